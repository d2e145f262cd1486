/** Which rows a query reads: those with the given ids in this column, or all where none are given. */
export function withIds(
  column: string,
  ids: readonly string[] | undefined,
): { readonly where: string; readonly parameters: { readonly ids?: string } } {
  if (ids === undefined) return { where: '', parameters: {} }
  return {
    where: `WHERE ${column} IN (SELECT value FROM json_each(:ids))`,
    parameters: { ids: JSON.stringify(ids) },
  }
}
