/**
 * Who asks. `person`: the sign-in names them, and what they send as `by` is ignored. `unnamed`: a place where nobody
 * signs in (the local run), so that acts must say `by`. `refused`: nobody may look.
 */
export type Viewer =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'unnamed'; readonly name: string }
  | { readonly kind: 'refused' };

/** `platform` is what the server hands over beside the request: on AWS, the event that the gateway has authorized. */
export type Authenticate = (request: Request, platform: unknown) => Viewer | Promise<Viewer>;

/** For one machine: everybody who reaches the page may look, and acts carry the name that was typed. */
export const authenticateAnybody: Authenticate = () => ({
  kind: 'unnamed',
  name: 'somebody at this machine',
});
