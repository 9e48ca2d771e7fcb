/** Who is written to in a fault run: as many channels as people, in the directory and in the workspace alike. */
import type { StructureCode } from '../../src/domain/codes.ts';
import type { Directory } from '../../src/domain/directory.ts';
import type { Destination } from '../../src/domain/notice.ts';
import type { SeedChannel, SeedUser } from '../../src/slack-local/options.ts';

export type Lane = { readonly destination: Destination; readonly user: SeedUser | null };

export const BOT_USER = 'U0ARTIBOT';
export const BOT_TOKEN = 'xoxb-faults';

/** `channels` channels first, then `people` people. */
export function createLanes(channels: number, people: number): readonly Lane[] {
  const numbered = (index: number) => String(index + 1).padStart(2, '0');
  return [
    ...Array.from({ length: channels }, (_, index): Lane => {
      return { destination: { kind: 'CHANNEL', name: `canale-${numbered(index)}` }, user: null };
    }),
    ...Array.from({ length: people }, (_, index): Lane => {
      const person = `persona.${numbered(index)}`;
      const user = { id: `U0${numbered(index)}`, name: person, title: '', email: `${person}@example.org` };
      return { destination: { kind: 'PERSON', person }, user };
    }),
  ];
}

export const laneUsers = (lanes: readonly Lane[]): readonly SeedUser[] =>
  lanes.flatMap(({ user }) => (user === null ? [] : [user]));

export const laneChannels = (lanes: readonly Lane[]): readonly SeedChannel[] =>
  lanes.flatMap(({ destination }) =>
    destination.kind === 'CHANNEL'
      ? [
          {
            id: `C0${destination.name.toUpperCase().replace('-', '')}`,
            name: destination.name,
            topic: '',
            members: [BOT_USER],
          },
        ]
      : [],
  );

export const laneDirectory = (lanes: readonly Lane[], structure: StructureCode): Directory => ({
  people: laneUsers(lanes).map(({ name, email }) => ({
    key: name,
    name,
    title: '',
    email,
    role: 'STAFF',
    structures: [structure],
    place: null,
  })),
  channels: laneChannels(lanes).map(({ name }) => ({ name, topic: '', structure, purpose: 'STRUCTURE' })),
});
