/** What who heads a structure is told of questions without an answer, in Italian; `escalation-en.ts` in English. */

export const escalationIt = {
  escalationTitle: (structure: string) => `Richieste senza risposta · ${structure}`,
  escalationText: (structure: string, items: number, people: number) => {
    const who = people === 1 ? '1 persona' : `${people} persone`;
    return items === 1
      ? `${structure}: 1 attività attende ancora una risposta.`
      : `${structure}: ${items} attività attendono ancora una risposta, da parte di ${who}.`;
  },
  escalationLate: (day: string, time: string) =>
    `Questo avviso arriva in ritardo: era previsto per ${day} alle ${time}.`,
  escalationPerson: (name: string, askedOn: string) => `*${name}* — richiesta del ${askedOn}`,
  escalationAway: (until: string) => `assente fino al ${until}`,
  escalationItem: (code: string, title: string) => `• *${code}* ${title}`,
  escalationMoreItems: (count: number) =>
    count === 1 ? '… e un’altra attività' : `… e altre ${count} attività`,
  escalationMorePeople: (count: number) =>
    count === 1
      ? '… e un’altra persona: `/arti mancanti`.'
      : `… e altre ${count} persone: \`/arti mancanti\`.`,
  escalationHow: (code: string, until: string) =>
    `La situazione aggiornata è in \`/arti mancanti\`. Per far rispondere qualcun altro: \`/arti delega ${code} da @nome a @nome fino al ${until}\`.`,
};
