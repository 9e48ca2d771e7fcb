import type { FileInput } from '@slack/types';
import { type InputHTMLAttributes, useState } from 'react';
import type { PageFile } from '../../page-api.ts';
import { upload } from '../api.ts';
import { Icon } from '../icons.tsx';
import { usePage } from '../page-context.tsx';
import { refusalText } from '../texts.ts';
import type { ControlProps } from './control-view.tsx';

/** Slack takes up to ten where the app says nothing. */
const DEFAULT_MAX_FILES = 10;

/** Files are uploaded as they are chosen; the form sends what became of them. */
export function FileField(
  props: ControlProps<FileInput> & { common: InputHTMLAttributes<HTMLInputElement> },
) {
  const { me, texts } = usePage();
  const { element, value, onChange, common } = props;
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const files = (value.files ?? []) as readonly PageFile[];
  const max = element.max_files ?? DEFAULT_MAX_FILES;

  const add = async (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])].slice(0, max - files.length);
    setBusy(true);
    setRefusal(undefined);
    const answers = await Promise.all(chosen.map((file) => upload(me.id, file)));
    setBusy(false);
    input.value = '';
    const failed = answers.find((answer) => !answer.ok);
    if (failed && !failed.ok) setRefusal(refusalText(texts, failed));
    const uploaded = answers.flatMap((answer) => (answer.ok && answer.file ? [answer.file] : []));
    onChange({ type: element.type, files: [...files, ...uploaded] });
  };

  return (
    <div className="files" aria-busy={busy}>
      {files.length < max && (
        <span className="button file-choice">
          <input
            {...common}
            className="field-input field-file"
            type="file"
            multiple={max > 1}
            accept={element.filetypes?.map((type) => `.${type}`).join(',')}
            disabled={busy}
            onChange={(event) => void add(event.target)}
          />
          <span aria-hidden="true">{busy ? texts.uploading : texts.chooseFiles(max - files.length)}</span>
        </span>
      )}
      {refusal && (
        <p className="field-error" role="alert">
          {refusal}
        </p>
      )}
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={file.id} className="chosen-file">
              <a className="file-link" href={file.url} target="_blank" rel="noopener noreferrer">
                {file.name}
              </a>
              <button
                type="button"
                className="button button-icon"
                aria-label={texts.removeFile(file.name)}
                onClick={() =>
                  onChange({ type: element.type, files: files.filter((other) => other.id !== file.id) })
                }
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
