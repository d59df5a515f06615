/** What a Content-Type says: "text/html; charset=utf-8". */
export function readMediaType(header: string | undefined): {
  readonly mediaType: string | null;
  readonly charset: string | null;
} {
  const [type = ''] = header?.split(';', 1) ?? [];
  const mediaType = type.trim().toLowerCase();
  const [, quoted, plain] = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(header ?? '') ?? [];
  return { mediaType: mediaType === '' ? null : mediaType, charset: quoted ?? plain ?? null };
}
