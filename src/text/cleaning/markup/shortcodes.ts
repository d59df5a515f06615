import type { Edit } from '../copy.ts';
import type { StatedRole } from './html.ts';

/**
 * Takes out shortcodes of content systems: "[caption id="x"]…[/caption]", "[gallery ids="1,2"]", "[embed]…[/embed]".
 * A caption's words stay as a paragraph of that role. Brackets of editors ("[the minister]", "[sic]") are prose.
 */
export function stripShortcodes(text: string): { edits: Edit[]; roles: StatedRole[] } {
  const edits: Edit[] = [];
  const roles: StatedRole[] = [];
  if (!text.includes('[')) return { edits, roles };
  const tags = [...text.matchAll(/\[(\/?)([A-Za-z][\w-]{0,40})((?:\s[^[\]]{0,500})?)\]/g)];
  const closed = new Set(tags.filter((tag) => tag[1] === '/').map((tag) => tag[2]!.toLowerCase()));
  let opened = null as { name: string; end: number } | null;
  for (const tag of tags) {
    const [whole, slash, written, attributes] = tag;
    const name = written!.toLowerCase();
    const isClosing = slash === '/';
    if (
      !isClosing &&
      !known.test(name) &&
      !closed.has(name) &&
      !name.includes('_') &&
      !/\w=/.test(attributes!)
    )
      continue;
    const start = tag.index;
    const end = start + whole.length;
    const isBlock = blocks.has(name);
    if (isClosing && opened?.name === name) {
      if (name === 'caption' || name === 'wp_caption')
        roles.push({ role: 'caption', start: opened.end, end: start });
      if (name === 'blockquote') roles.push({ role: 'blockquote', start: opened.end, end: start });
      if (isAddress(text, opened.end, start)) {
        const opening = edits.pop()!;
        edits.push({ ...opening, end });
        opened = null;
        continue;
      }
    }
    edits.push({ start, end, text: isBlock ? '\n\n' : '', reason: 'shortcode' });
    opened = isClosing ? null : { name, end };
  }
  return { edits, roles };
}

const blocks = new Set([
  'caption',
  'wp_caption',
  'blockquote',
  'gallery',
  'embed',
  'video',
  'audio',
  'playlist',
]);

const known =
  /^(?:caption|gallery|embed|video|audio|playlist|youtube|vimeo|tweet|twitter|instagram|facebook|addtoany|addthis|sharethis|adrotate|ads?|advert|blockquote|pullquote|dropcap|columns?|row|button|spacer|toggle|tabs?|accordion|contact-form(?:-7)?|newsletter|related|readmore|toc)$/;

/** "[embed]https://…[/embed]": an address is nothing to read. */
function isAddress(text: string, start: number, end: number): boolean {
  return end - start < 500 && /^\s*https?:\/\/\S+\s*$/.test(text.slice(start, end));
}
