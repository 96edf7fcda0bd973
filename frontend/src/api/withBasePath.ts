/**
 * Where this path of the server is. Pages may be served below a path such as `/bell/`, which the server writes into
 * their `<base>`.
 */
export function withBasePath(path: string): string {
  return (document.querySelector('base')?.getAttribute('href') ?? '/') + path.slice(1)
}
