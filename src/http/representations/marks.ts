import type { Span } from '../../domain/span.ts';

/** A text as HTML, with these stretches of it inside `<mark>`; everything else is escaped. Spans are ordered and disjoint. */
export function markSpans(text: string, spans: readonly Span[]): string {
  let html = '';
  let from = 0;
  for (const { start, end } of spans) {
    html += `${escapeHtml(text.slice(from, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    from = end;
  }
  return html + escapeHtml(text.slice(from));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
