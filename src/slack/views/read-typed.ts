import type { FieldValue, FieldValues } from '../actions/press.ts';
import { fieldId, type Typed } from '../blocks/report-fields.ts';

/** What stands in the fields of a form. */
export const readTyped =
  (values: FieldValues): Typed =>
  (field, item) => {
    const element = values[fieldId(field, item)]?.[field];
    return element === undefined ? undefined : textOf(element);
  };

/** Of a file its address, which Slack gives to whoever may see it. */
const textOf = ({ value, selected_option, selected_date, files }: FieldValue): string =>
  (value ?? selected_option?.value ?? selected_date ?? files?.[0]?.permalink ?? '').trim();
