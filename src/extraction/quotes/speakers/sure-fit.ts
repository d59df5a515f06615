import type { Features } from './features.ts';

/** Does what is known of someone speak for a description, and nothing against? */
export const isSureFit = (fit: Features): boolean =>
  [
    fit.sameRole,
    fit.kindredRole,
    fit.sameKind,
    fit.kindredKind,
    fit.sameAge,
    fit.sameOrigin,
    fit.joint,
  ].includes(1) && fit.otherWord !== 1;

/** Does nothing that is known of someone speak against a description? */
export const isPossibleFit = (fit: Features): boolean =>
  ![fit.otherRole, fit.otherKind, fit.otherAge, fit.otherOrigin, fit.contraryKind, fit.contraryWord].includes(
    1,
  );
