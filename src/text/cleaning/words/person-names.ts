/** Two to five words, each with a capital or a particle of names: "Jane Doe", "JEAN-LUC DE LA TOUR", "J. K. Roe". */
export function isPersonName(words: string): boolean {
  if (words.length > 50 || noName.test(words)) return false;
  const parts = words.split(' ');
  if (parts.length < 2 || parts.length > 5) return false;
  // "ABC Kimberley" is a station.
  if (/^[A-Z]{3,5}$/.test(parts[0]!) && /\p{Ll}/u.test(words)) return false;
  return parts.every(
    (part, index) =>
      /^(?:(?:al|el|ul|ben)-|[dlDL]['’])?\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(part) ||
      (index > 0 && isParticle(part)),
  );
}

/** Words of jobs and outlets: what holds one of them is no person's name. */
const noName =
  /\b(?:press|news|courier|herald|tribune|gazette|telegraph|chronicle|guardian|observer|examiner|inquirer|sentinel|dispatch|bulletin|advertiser|broadcasting|television|radio|magazine|newspapers?|media|network|online|staff|correspondent|reporter|editor|writer|staff|agency|service|times|post|desk|bureau|associated|contributor|columnist|international|bbc|cnn|reuters|afp|minister|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|the|university|political|economics|business|chief|senior)\b/i;

/** What stands in a name without a capital: "de", "van", "al". */
export function isParticle(word: string): boolean {
  return particle.test(word);
}

const particle = /^(?:de|da|del|della|di|van|von|der|den|la|le|al|el|bin|ibn|dos|du|y|ter|zu|mc)$/;

/** "JANE O'NEILL-DOE" → "Jane O'Neill-Doe". Initials and names with small letters stay. */
export function withUsualCapitals(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name.replace(/\p{Lu}[\p{Lu}\p{M}]+/gu, (word) => {
    if (isParticle(word.toLowerCase())) return word.toLowerCase();
    const lowered = word[0] + word.slice(1).toLowerCase();
    return /^Mc\p{L}{3}/u.test(lowered) ? `Mc${lowered[2]!.toUpperCase()}${lowered.slice(3)}` : lowered;
  });
}
