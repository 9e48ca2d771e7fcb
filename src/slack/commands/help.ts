import { type Actor, may } from '../../domain/actor.ts';
import type { HelpTopic } from '../../messages/help-it.ts';
import { readOwnExamples } from '../../services/read-own-examples.ts';
import { helpMessage, helpTopicMessage } from '../blocks/help-blocks.ts';
import type { SlackCommand } from './slack-command.ts';

/** What help can be asked about: every command by its names. */
type Commands = () => readonly Pick<SlackCommand, 'names' | 'permission' | 'offeredTo' | 'help'>[];

/** The topics of the commands that the actor may use. */
export const topicsFor = (actor: Actor, commands: ReturnType<Commands>): readonly HelpTopic[] =>
  commands
    .filter(({ permission, offeredTo = [permission] }) => offeredTo.some((each) => may(actor, each)))
    .map(({ help }) => help);

/** `/arti help [command]`. @param commands all of them, itself among them */
export const createHelpCommand = (commands: Commands): SlackCommand => ({
  names: ['aiuto', 'help'],
  permission: 'READ',
  help: 'help',
  async answer({ context, voice }, { person, actor, rest }) {
    const wanted = rest.replace(/^\/?arti\s+/i, '').toLowerCase();
    const topics = topicsFor(actor, commands());
    if (wanted === '') return helpMessage(topics, voice);
    const command = commands().find(({ names }) => names.includes(wanted));
    if (!command) return helpMessage(topics, voice, voice.t.unknownCommand(wanted));
    return helpTopicMessage(command.help, await readOwnExamples(context, person), voice);
  },
});
