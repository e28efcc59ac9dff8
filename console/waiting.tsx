import Alert from '@cloudscape-design/components/alert';
import Spinner from '@cloudscape-design/components/spinner';
import { RequestError, UnreachableError } from './client.ts';

export const Waiting = ({ what }: { what: string }) => (
  <p className="waiting">
    <Spinner /> Reading {what}
  </p>
);

const words = (error: Error): { readonly header: string; readonly body: string } => {
  if (error instanceof UnreachableError)
    return {
      header: 'The program does not answer',
      body: 'What you see may be old. This page goes on by itself as soon as the program is back.',
    };
  if (error instanceof RequestError && error.status === 401)
    return { header: 'Please sign in', body: 'Your sign-in has ended.' };
  return { header: 'This could not be read', body: error.message };
};

/** Says that what is shown may be old, and why; nothing when all is well. */
export const Trouble = ({ error }: { error: Error | null }) => {
  if (!error) return null;
  const { header, body } = words(error);
  return (
    <div role="status" className="trouble">
      <Alert type={error instanceof UnreachableError ? 'warning' : 'error'} header={header}>
        {body}
      </Alert>
    </div>
  );
};
