import { Hono } from 'hono';
import type { DynamoBrake } from '../../functions/adapters/dynamodb/brake.ts';
import type { HashPhone, MemberRepository } from '../../functions/ports.ts';
import type { PageBoard } from '../bus/page-board.ts';
import type { Carrier } from '../carrier/create-carrier.ts';
import type { createTime } from '../clock/create-time.ts';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import { createBrakeRoutes } from './brake-routes.ts';
import { createCarrierRoutes } from './carrier-routes.ts';
import { createClockRoutes } from './clock-routes.ts';
import { createPhoneRoutes } from './phone-routes.ts';
import { createStaffRoutes } from './staff-routes.ts';
import type { WebhookOutcomes } from './webhook-outcomes.ts';

type Deps = Pick<ReturnType<typeof createTime>, 'turns' | 'jump' | 'findUnsettled'> & {
  readonly clock: VirtualClock;
  readonly carrier: Carrier;
  readonly outcomes: WebhookOutcomes;
  readonly members: Pick<MemberRepository, 'findByPhone'>;
  readonly hashPhone: HashPhone;
  readonly pages: PageBoard;
  readonly brake: DynamoBrake;
  readonly functionRoutes: Hono;
};

/** The local HTTP API: what the README describes, and what our own tests and pages use. */
export const createLocalRoutes = (deps: Deps): Hono =>
  new Hono()
    .route('/', createPhoneRoutes(deps))
    .route('/', createClockRoutes(deps))
    .route('/', createStaffRoutes({ pages: deps.pages, program: deps.functionRoutes }))
    .route('/', createCarrierRoutes(deps.carrier))
    .route('/', createBrakeRoutes(deps.brake));
