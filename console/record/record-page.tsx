import { useRecord } from '../queries.ts';
import { Trouble, Waiting } from '../waiting.tsx';
import { RecordView } from './record-view.tsx';

/** The record of one member, read anew every two seconds. */
export const RecordPage = ({ memberId }: { memberId: string }) => {
  const { data, error } = useRecord(memberId);
  return (
    <>
      <Trouble error={error} />
      {data ? <RecordView key={data.memberId} record={data} /> : !error && <Waiting what="the record" />}
    </>
  );
};
