import type { Features } from './features.ts';

/** Does what is known of someone speak for a description, and nothing against? */
export const isSureFit = (fit: Features): boolean => surenessOf(fit) > 0;

/** How surely a description fits someone: 2 where it says the very thing that is known, 1 where it says the like, or 0. */
export function surenessOf(fit: Features): number {
  if (fit.otherWord === 1) return 0;
  if ([fit.sameRole, fit.sameKind, fit.sameAge, fit.sameOrigin, fit.joint].includes(1)) return 2;
  return [fit.kindredRole, fit.deedRole, fit.kindredKind, fit.toldOrigin].includes(1) ? 1 : 0;
}

/** Does nothing that is known of someone speak against a description? */
export const isPossibleFit = (fit: Features): boolean =>
  ![fit.otherRole, fit.otherKind, fit.otherAge, fit.otherOrigin, fit.contraryKind, fit.contraryWord].includes(
    1,
  );
