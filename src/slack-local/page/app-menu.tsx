import { useState } from 'react';
import type { PageCalls } from '../page-api.ts';
import { call } from './api.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { usePage } from './page-context.tsx';

type Change = PageCalls['app']['change'];

/** What an admin of the workspace may do with the app, to see what it makes of it. */
export function AppMenu() {
  const { bootstrap, me, texts, report } = usePage();
  const [asked, setAsked] = useState<Change>();
  if (!me.isAdmin) return null;
  const perform = async (change: Change) => {
    const answer = await call('app', { user: me.id, change });
    if (!answer.ok) report(answer);
  };
  const choices: readonly Change[] = bootstrap.installed ? ['revoke-token', 'uninstall'] : ['install'];
  return (
    <>
      <Menu
        label={texts.appMenu}
        className="button button-icon"
        button={<Icon name="more" />}
        items={choices.map((id) => ({ id, content: texts.appChanges[id] }))}
        onChoose={(id) => {
          const change = choices.find((one) => one === id);
          if (change === 'install') void perform(change);
          else setAsked(change);
        }}
      />
      {asked && (
        <ConfirmDialog
          title={texts.appChanges[asked]}
          confirm={texts.appChanges[asked]}
          deny={texts.cancel}
          danger
          onDeny={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined);
            void perform(asked);
          }}
        >
          {texts.appChangeQuestion}
        </ConfirmDialog>
      )}
    </>
  );
}
