import { once } from './once.ts';
import { type ContainerOptions, createShared } from './shared.ts';

/**
 * The only place that constructs: for each function, what its handler needs. Made when first asked for and kept, so a
 * function pays at its cold start for its own parts alone, and several functions in one process share them.
 */
export const createContainer = (options: ContainerOptions) => {
  const shared = createShared(options);
  return {
    receiveText: once(async () => (await import('./wiring/receive-text.ts')).wireReceiveText(shared)),
    recordStatus: once(async () => (await import('./wiring/record-status.ts')).wireRecordStatus(shared)),
    relay: once(async () => (await import('./wiring/relay.ts')).wireRelay(shared)),
    coach: once(async () => (await import('./wiring/coach.ts')).wireCoach(shared)),
    releaseDue: once(async () => (await import('./wiring/release-due.ts')).wireReleaseDue(shared)),
    sendText: once(async () => (await import('./wiring/send-text.ts')).wireSendText(shared)),
    consoleApi: once(async () => (await import('./wiring/console-api.ts')).wireConsoleApi(shared)),
    sweep: once(async () => (await import('./wiring/sweep.ts')).wireSweep(shared)),
    brake: shared.brake,
    logger: shared.logger,
  };
};
export type Container = ReturnType<typeof createContainer>;

let ofThisProcess: Container | undefined;

/** The container of this process, over its own environment. */
export const container = (): Container => {
  ofThisProcess ??= createContainer({ env: process.env });
  return ofThisProcess;
};
