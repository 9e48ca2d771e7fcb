/** Of an answer of the operation `me` what tells whether a form is worth offering. */
export type Reporter = {
  readonly permissions: readonly string[];
  readonly structures: readonly { readonly code: string }[];
  readonly member: { readonly items: readonly { readonly item: { readonly code: string } }[] } | null;
};

/** A phase, or a goal measured by figures. */
export type AnsweredFor = {
  readonly code: string;
  readonly structures: readonly { readonly code: string }[];
};

/** All of it, or what their structures answer for, or was left to them by a colleague. */
export function mayReport({ permissions, structures, member }: Reporter, item: AnsweredFor): boolean {
  if (permissions.includes('REPORT_ALL')) return true;
  if (!permissions.includes('REPORT_OWN_STRUCTURES')) return false;
  const isOfTheirs = item.structures.some(({ code }) => structures.some((own) => own.code === code));
  return isOfTheirs || (member?.items ?? []).some((own) => own.item.code === item.code);
}
