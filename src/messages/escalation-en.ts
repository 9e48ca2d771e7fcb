import type { escalationIt } from './escalation-it.ts';

export const escalationEn: typeof escalationIt = {
  escalationTitle: (structure) => `Check-ins not answered · ${structure}`,
  escalationText: (structure, items, people) => {
    const who = people === 1 ? '1 person' : `${people} people`;
    return items === 1
      ? `${structure}: 1 item still waits for an answer.`
      : `${structure}: ${items} items still wait for an answer, from ${who}.`;
  },
  escalationLate: (day, time) => `This notice comes late: it was planned for ${day} at ${time}.`,
  escalationPerson: (name, askedOn) => `*${name}* — asked on ${askedOn}`,
  escalationAway: (until) => `away until ${until}`,
  escalationItem: (code, title) => `• *${code}* ${title}`,
  escalationMoreItems: (count) => (count === 1 ? '… and 1 more item' : `… and ${count} more items`),
  escalationMorePeople: (count) =>
    count === 1 ? '… and 1 more person: `/arti missing`.' : `… and ${count} more people: \`/arti missing\`.`,
  escalationHow: (code, until) =>
    `\`/arti missing\` shows how it stands. To have somebody else answer: \`/arti delegate ${code} from @name to @name until ${until}\`.`,
};
