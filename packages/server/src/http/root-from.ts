/**
 * The way from the page at a path to the start page, as an address of its own: `./` from `/` and from `/nowhere`, `../` from `/assets/nothing`.
 * A proxy may serve all of it under a folder of its own, so no address in a page begins with `/`.
 */
export function rootFrom(path: string): string {
  const [plain = '/'] = path.split('?');
  return '../'.repeat(plain.split('/').length - 2) || './';
}
