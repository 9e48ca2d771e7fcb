import type { SelectHTMLAttributes } from 'react';
import type { PageBootstrap } from '../../page-api.ts';
import { usePage } from '../page-context.tsx';
import type { FieldValue, PeopleSelect } from './control-types.ts';
import { SelectControl } from './select-control.tsx';
import { chosenIn } from './values.ts';

const keys = {
  users_select: 'selected_user',
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
  multi_users_select: 'selected_users',
  multi_channels_select: 'selected_channels',
  multi_conversations_select: 'selected_conversations',
} as const;

type Props = {
  element: PeopleSelect;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  common: SelectHTMLAttributes<HTMLSelectElement>;
};

/** A menu of the workspace's people or channels: a plain select over their names, whose value is of ids. */
export function PeopleControl({ element, value, onChange, common }: Props) {
  const { bootstrap } = usePage();
  const key = keys[element.type];
  const held = value[key];
  const multiple = element.type.startsWith('multi_');
  const named = namedFor(element, bootstrap);
  const options = named.map(({ id, name }) => optionOf(id, name));
  const chosen = [held].flat().flatMap((id) => (typeof id === 'string' ? [optionOf(id, id)] : []));
  const placeholder = element.placeholder ? { placeholder: element.placeholder } : {};
  return (
    <SelectControl
      element={
        multiple
          ? { type: 'multi_static_select', options, ...placeholder }
          : { type: 'static_select', options, ...placeholder }
      }
      value={
        multiple
          ? { type: 'multi_static_select', selected_options: chosen }
          : { type: 'static_select', selected_option: chosen[0] ?? null }
      }
      onChange={(next) => {
        const ids = chosenIn(next);
        onChange({ type: element.type, [key]: multiple ? ids : (ids[0] ?? null) });
      }}
      common={common}
    />
  );
}

const optionOf = (id: string, name: string) => ({
  text: { type: 'plain_text' as const, text: name },
  value: id,
});

function namedFor({ type }: PeopleSelect, { users, channels, botUserId }: PageBootstrap) {
  switch (type) {
    case 'users_select':
    case 'multi_users_select':
      return users.filter((user) => user.id !== botUserId);
    case 'channels_select':
    case 'multi_channels_select':
      return channels.filter((channel) => channel.kind === 'channel');
    case 'conversations_select':
    case 'multi_conversations_select':
      return channels;
  }
}
