import { z } from 'zod';
import type { Authenticate } from './authenticate.ts';

/** The claims of a token that the HTTP API's own authorizer has verified; nothing here verifies one. */
const authorizedSchema = z.object({
  event: z.object({
    requestContext: z.object({
      authorizer: z.object({
        jwt: z.object({
          claims: z.object({
            name: z.string().min(1).max(80).optional(),
            email: z.string().min(1).max(80).optional(),
          }),
        }),
      }),
    }),
  }),
});

/** On AWS: the name in the token that the gateway has authorized. Without one nobody looks, whatever else is set up. */
export const authenticateByGateway: Authenticate = (_request, platform) => {
  const authorized = authorizedSchema.safeParse(platform);
  const claims = authorized.data?.event.requestContext.authorizer.jwt.claims;
  const name = claims?.name ?? claims?.email;
  return name ? { kind: 'person', name } : { kind: 'refused' };
};
