import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Select from '@cloudscape-design/components/select';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useMemo, useState } from 'react';
import type { EnrollmentSummary } from '../../functions/use-cases/record/record-schema.ts';
import { STATUS_NAMES } from '../names.ts';
import { useEnrollments } from '../queries.ts';
import { Trouble } from '../waiting.tsx';
import { columnsFor, NARROW_COLUMNS, WIDE_COLUMNS } from './columns.tsx';
import { NEED_ORDER } from './needs.tsx';
import { useIsNarrow } from './use-is-narrow.ts';

const PAGE_SIZE = 50;

const EVERYBODY = { value: 'all', label: 'Everybody' };
const CHOICES = [
  EVERYBODY,
  { value: 'need', label: 'Needs somebody' },
  ...Object.entries(STATUS_NAMES).map(([value, label]) => ({ value, label })),
];

const isChosen = (summary: EnrollmentSummary, choice: string): boolean => {
  if (choice === 'all') return true;
  return choice === 'need' ? summary.need !== 'none' : summary.status === choice;
};

/** The ones who need somebody first, then those who texted last. */
const byNeed = (a: EnrollmentSummary, b: EnrollmentSummary): number => {
  const need = NEED_ORDER.indexOf(a.need) - NEED_ORDER.indexOf(b.need);
  if (need !== 0) return need;
  return (a.lastInboundAt ?? a.createdAt) < (b.lastInboundAt ?? b.createdAt) ? 1 : -1;
};

/** What a search looks through: the number in any form, words of the state, of the hold and of what is to do. */
const searchable = (summary: EnrollmentSummary): string =>
  [
    summary.phone,
    summary.phone.replaceAll(/\D/g, ''),
    STATUS_NAMES[summary.status],
    summary.hold?.title,
    ...summary.attention.map(({ words }) => words),
    ...summary.waitsFor,
  ]
    .join(' ')
    .toLowerCase();

const useList = (all: readonly EnrollmentSummary[], choice: string, hrefOf: Props['hrefOf']) => {
  const columns = useMemo(() => columnsFor(hrefOf), [hrefOf]);
  const items = useMemo(
    () => all.filter((summary) => isChosen(summary, choice)).toSorted(byNeed),
    [all, choice],
  );
  const collection = useCollection(items, {
    filtering: { filteringFunction: (item, text) => searchable(item).includes(text.trim().toLowerCase()) },
    pagination: { pageSize: PAGE_SIZE },
    sorting: {},
  });
  return { columns, ...collection };
};

type Props = { readonly hrefOf: (memberId: string) => string };

/** Everybody who ever texted, with where they stand and who needs somebody. */
export const EnrollmentsPage = ({ hrefOf }: Props) => {
  const [choice, setChoice] = useState<string>('all');
  const isNarrow = useIsNarrow();
  const { data = [], error, isPending } = useEnrollments();
  const { columns, items, collectionProps, filterProps, paginationProps, filteredItemsCount } = useList(
    data,
    choice,
    hrefOf,
  );
  return (
    <section aria-label="Members" className="members">
      <Trouble error={error} />
      <Table
        {...collectionProps}
        items={items}
        columnDefinitions={columns}
        visibleColumns={isNarrow ? NARROW_COLUMNS : WIDE_COLUMNS}
        trackBy="memberId"
        variant="container"
        wrapLines
        loading={isPending && !error}
        loadingText="Reading the members"
        empty={<Box textAlign="center">Nobody here. A member starts by texting BACK.</Box>}
        header={
          <Header variant="h2" counter={`(${filteredItemsCount ?? data.length})`}>
            Members
          </Header>
        }
        filter={
          <div className="filters">
            <TextFilter
              {...filterProps}
              filteringPlaceholder="Find a number or a word"
              filteringAriaLabel="Find a number or a word"
            />
            <Select
              ariaLabel="Which members"
              selectedOption={CHOICES.find(({ value }) => value === choice) ?? EVERYBODY}
              options={CHOICES}
              onChange={({ detail }) => setChoice(detail.selectedOption.value ?? 'all')}
            />
          </div>
        }
        pagination={data.length > PAGE_SIZE ? <Pagination {...paginationProps} /> : undefined}
      />
    </section>
  );
};
