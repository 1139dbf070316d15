/** How far something is: `█████░░░░░░░░░░░░░░░ 123/500`. */
export function progressBar(done: number, total: number, width = 20): string {
  const full = total === 0 ? width : Math.floor((Math.min(done, total) / total) * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(done).padStart(String(total).length)}/${total}`;
}
