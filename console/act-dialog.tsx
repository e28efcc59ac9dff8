import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { ACT_WORDS, type Act, pathOf } from './act.ts';
import { RequestError } from './client.ts';
import { useAct } from './queries.ts';
import { rememberedName, rememberName } from './staff-name.ts';

const OUTCOMES = [
  { value: 'reached', label: 'Reached the member' },
  { value: 'voicemail', label: 'Left a voicemail', description: 'No health words in it' },
  { value: 'no_answer', label: 'No answer' },
  { value: 'other', label: 'Something else' },
];

type Props = { readonly act: Act; readonly onClose: () => void };

/** One id for each time the dialog opens: pressing twice, or again after a lost answer, does it once. */
const newActId = (): string =>
  `act-${Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

const useActForm = ({ act, onClose }: Props) => {
  const [by, setBy] = useState(rememberedName);
  const [note, setNote] = useState('');
  const [outcome, setOutcome] = useState('reached');
  const [actId] = useState(newActId);
  const [isTried, setTried] = useState(false);
  const doIt = useAct();
  const submit = () => {
    setTried(true);
    if (by.trim() === '' || doIt.isPending) return;
    rememberName(by.trim());
    const body = {
      by: by.trim(),
      note: note.trim(),
      actId,
      ...(act.kind === 'contact' && { outcome }),
      ...((act.kind === 'release' || act.kind === 'misread') && {
        how: act.kind === 'misread' ? 'misread' : 'released',
      }),
    };
    doIt.mutate({ path: pathOf(act), body }, { onSuccess: onClose });
  };
  return { by, setBy, note, setNote, outcome, setOutcome, isTried, submit, doIt };
};

/** Asks who and why, then does it. Enter in the name field sends; Escape closes. */
export const ActDialog = ({ act, onClose }: Props) => {
  const words = ACT_WORDS[act.kind];
  const form = useActForm({ act, onClose });
  const { error, isPending } = form.doIt;
  const nameError = error instanceof RequestError ? error.fields.by : undefined;
  return (
    <Modal
      visible
      onDismiss={onClose}
      header={words.title}
      closeAriaLabel="Close"
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={isPending} onClick={form.submit}>
              {words.button}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <SpaceBetween size="l">
          <Box>
            <strong>{act.phone}</strong>
            <br />
            {words.explains}
          </Box>
          {error && <Alert type="error">{error.message}</Alert>}
          <FormField
            label="Your name"
            errorText={form.isTried && form.by.trim() === '' ? 'Please give your name.' : nameError}
          >
            <Input
              value={form.by}
              onChange={({ detail }) => form.setBy(detail.value)}
              autoFocus={form.by === ''}
              autoComplete="name"
              ariaRequired
              nativeInputAttributes={{ maxLength: 80 }}
            />
          </FormField>
          {act.kind === 'contact' && (
            <FormField label="How it went">
              <RadioGroup
                value={form.outcome}
                items={OUTCOMES}
                onChange={({ detail }) => form.setOutcome(detail.value)}
              />
            </FormField>
          )}
          <FormField label="Note" description={words.note}>
            <Textarea
              value={form.note}
              onChange={({ detail }) => form.setNote(detail.value)}
              rows={3}
              nativeTextareaAttributes={{ maxLength: 1000 }}
            />
          </FormField>
        </SpaceBetween>
        <button type="submit" hidden />
      </form>
    </Modal>
  );
};
