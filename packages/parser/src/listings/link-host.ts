/** The host of a web address as the name of a source, 'blog.quay.example', without 'www.' and port; null for other addresses. */
export function linkHost(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  const host = hostname.replace(/^www\.(?=[^.]+\.)/, '').replace(/\.$/, '');
  return host === '' ? null : host;
}
