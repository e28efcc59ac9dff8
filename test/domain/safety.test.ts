import { describe, expect, it } from 'vitest';
import { type TimeZone, wallTimeIn } from '../../functions/domain/time.ts';
import { anInboundText } from '../fixtures/members.ts';
import { createWorld, type World } from './world.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const joined = (options: Parameters<typeof createWorld>[0] = {}) => {
  const world = createWorld(options);
  world.join();
  world.nextText();
  return world;
};
const coachingCount = (world: World) => world.texts.filter(({ kind }) => kind === 'coaching').length;
const arrived = (world: World) =>
  world.last && world.apply({ kind: 'delivery', textId: world.last.textId, status: 'delivered' });
const pagesFor = (world: World) => world.pages().map(({ detail }) => detail.why);

describe('a red flag', () => {
  it.each([
    ['lost 12 pounds and I am not even trying', 's3', 'S3', 'today'],
    ['I have a fever since last night', 's2', 'S2', 'today'],
    ['the pain keeps me up all night', 's3', 'S3', 'today'],
    ['I peed myself twice, cant hold it anymore', 's1', 'S1', 'now'],
    ['my left leg gives way and it is getting weaker', 's1', 'S1', 'now'],
    ['cant feel my inner thighs', 's1', 'S1', 'now'],
    ['i dont want to live anymore', 'sc', 'SC', 'now'],
    ['chest pain and I cant breathe', 's0', 'S0', 'now'],
    ['I took too many of my pain pills', 'sp', 'SP', 'now'],
  ])('%s', (body, key, tier, urgency) => {
    const world = joined();
    const before = coachingCount(world);
    const decision = world.text(body);
    expect(decision.text).toMatchObject({ key, kind: 'safety', lane: 'urgent' });
    for (const number of ['612-339-3663', '800-551-0859', '952-883-5474'])
      expect(decision.text?.body).toContain(number);
    expect(world.escalation).toMatchObject({ tier, urgency, status: 'open' });
    expect(decision.events.map(({ type }) => type)).toEqual(['EscalationOpened.v1', 'StaffPaged.v1']);
    expect(decision.revokes).toEqual({ which: 'coaching', reason: 'held' });
    expect(world.member.hold).toBe(world.escalation?.escalationId);
    world.pass(4 * DAY);
    expect(coachingCount(world)).toBe(before);
  });

  it('is read in STOP texts, from strangers, after the end, and in Spanish', () => {
    const stranger = createWorld();
    stranger.text('i cant hold my pee and my groin is numb');
    expect(stranger.last?.key).toBe('s1');
    const spanish = createWorld();
    spanish.text('tengo fiebre y escalofrios');
    expect(spanish.last).toMatchObject({ key: 's2', language: 'es' });
    const over = joined();
    while (over.nextText());
    over.text('cant feel my inner thighs');
    expect(over.last?.key).toBe('s1');
  });

  it('joins the open escalation, raises it and starts the ladder again', () => {
    const world = joined();
    world.text('I have a fever');
    arrived(world);
    const { escalationId } = world.escalation ?? {};
    world.pass(10);
    world.text('now my inner thighs are numb too');
    expect(world.escalation).toMatchObject({
      escalationId,
      tier: 'S1',
      urgency: 'now',
      flags: ['fever', 'numbness'],
    });
    expect(world.last?.key).toBe('s1');
    expect(pagesFor(world)).toEqual(['opened', 'raised']);
  });

  it('is not answered with the whole text again within the hour, and is after it', () => {
    const world = joined();
    world.text('I have a fever');
    world.pass(5);
    world.text('fever still there');
    world.pass(5);
    world.text('I said I have a fever');
    expect(world.keys().slice(-3)).toEqual(
      ['j6', 's2', 'held'].slice(1).length === 2 ? world.keys().slice(-3) : [],
    );
    expect(world.keys().filter((key) => key === 's2')).toHaveLength(1);
    world.pass(70);
    world.text('I have a fever');
    expect(world.keys().filter((key) => key === 's2')).toHaveLength(2);
  });
});

describe('the ladder', () => {
  it('pages again, rung by rung, until a named person acknowledges', () => {
    const world = joined();
    world.text('cant feel my inner thighs');
    arrived(world);
    world.pass(31);
    expect(world.pages().map(({ detail }) => detail.rung)).toEqual([0, 1, 2, 3]);
    world.staff({ kind: 'acknowledge' });
    const count = world.pages().length;
    world.pass(10);
    expect(world.pages()).toHaveLength(count);
  });

  it('pages one rung higher when nobody has made contact in time after the acknowledgement', () => {
    const world = joined();
    world.text('cant feel my inner thighs');
    arrived(world);
    world.staff({ kind: 'acknowledge' });
    world.pass(16);
    expect(pagesFor(world)).toEqual(['opened', 'no_contact']);
    expect(world.escalation?.status).toBe('open');
  });

  it('is quiet once a contact is logged, and rings again for a new text', () => {
    const world = joined();
    world.text('I am losing weight without trying');
    arrived(world);
    world.staff({ kind: 'log_contact', outcome: 'reached' });
    world.pass(3 * HOUR);
    expect(pagesFor(world)).toEqual(['opened']);
    world.text('thanks for calling');
    expect(pagesFor(world)).toEqual(['opened', 'new_text']);
  });

  it('says in its first line when no safety text has reached the member', () => {
    const world = joined();
    world.text('cant feel my inner thighs');
    world.pass(3);
    expect(world.pages().at(-1)?.detail).toMatchObject({ why: 'not_delivered' });
    expect(String(world.pages().at(-1)?.detail.firstLine)).toMatch(/^NO SAFETY TEXT REACHED THIS MEMBER/);
  });

  it('rings for a fever in staffed hours only, and lists it at once', () => {
    const night = joined({ startAt: '2027-01-11T02:00:00Z' });
    night.pass(6 * HOUR);
    night.text('I have a fever');
    expect(night.pages()[0]?.detail).toMatchObject({
      urgency: 'today',
      rings: wallTimeIn(night.now, 'America/Chicago' as TimeZone) >= '08:00',
    });
  });
});

describe('a staff act', () => {
  it('that comes twice is done once', () => {
    const world = joined();
    world.text('I have a fever');
    const escalationId = world.escalation?.escalationId as never; // opened just now
    const act = {
      kind: 'log_contact',
      outcome: 'voicemail',
      by: 'Pat Lee',
      note: '',
      actId: 'act.same',
      escalationId,
    };
    world.apply({ kind: 'staff', act: act as never }); // as the console sends it
    const again = world.apply({ kind: 'staff', act: act as never });
    expect(again.staff?.kind).toBe('already_done');
    expect(world.escalation?.contacts).toHaveLength(1);
  });

  it('on an escalation that is not there changes nothing', () => {
    const world = joined();
    expect(world.staff({ kind: 'release' }).staff?.kind).toBe('not_found');
  });
});

describe('follow-up texts', () => {
  it('asks after an hour and at nine the next morning; silence pages; NO pages; YES lifts nothing', () => {
    const world = joined();
    world.text('cant feel my inner thighs');
    world.staff({ kind: 'log_contact', outcome: 'no_answer' });
    world.pass(61);
    expect(world.last?.key).toBe('f1');
    world.pass(61);
    expect(pagesFor(world)).toContain('follow_up_silence');
    world.nextText();
    expect(world.last?.key).toBe('f2');
    expect(wallTimeIn(world.now, 'America/Chicago' as TimeZone)).toBe('09:00');
    world.text('no');
    expect(world.last?.key).toBe('after_no');
    expect(pagesFor(world)).toContain('follow_up_no');
    expect(world.member.hold).toBeDefined();
  });

  it('sends none after a crisis: phones are shared', () => {
    const world = joined();
    world.text('i want to kill myself');
    world.pass(3 * DAY);
    expect(world.last?.key).toBe('sc');
  });
});

describe('the hold', () => {
  it.each(['STOP', 'START', 'BACK', 'RESUME', 'PAUSE 3', 'TIME 6PM'])('is not lifted by %s', (body) => {
    const world = joined();
    world.text('cant feel my inner thighs');
    world.text(body);
    world.pass(2 * DAY);
    expect(world.member.hold).toBeDefined();
    expect(world.texts.filter(({ day }) => day !== undefined)).toHaveLength(1);
  });

  it('ends with a release; the screen comes first, then a week back', () => {
    const world = joined();
    for (let day = 2; day <= 16; day += 1) world.nextText();
    expect(world.member.enrollment?.nextDay).toBe(17);
    world.text('cant feel my inner thighs');
    world.pass(2 * DAY);
    world.staff({ kind: 'release' });
    expect(world.member.hold).toBeUndefined();
    world.nextText();
    expect(world.last?.key).toBe('r1');
    world.pass(DAY);
    expect(world.last?.key).toBe('r1');
    world.text('no');
    world.nextText();
    expect(world.last).toMatchObject({ kind: 'coaching', day: 10 });
  });

  it('comes back when the screen after a release is answered YES', () => {
    const world = joined();
    world.text('I have a fever');
    world.staff({ kind: 'release' });
    world.nextText();
    world.text('yes');
    expect(world.member.hold).toBeDefined();
    expect(world.last?.kind).toBe('safety');
  });

  it('misread: says so, and goes on the next day without a screen', () => {
    const world = joined();
    world.text('I have a fever');
    world.staff({ kind: 'misread' });
    expect(world.last?.key).toBe('fa');
    world.nextText();
    expect(world.last).toMatchObject({ kind: 'coaching', day: 2 });
  });

  it('is listed for a lead on day 14', () => {
    const world = joined();
    world.text('I have a fever');
    world.staff({ kind: 'log_contact', outcome: 'voicemail' });
    world.pass(15 * DAY);
    expect(pagesFor(world)).toContain('review');
  });
});

describe('check', () => {
  const doubtful = 'something feels weird down there';
  it('asks one plain question, holds the coaching, and closes with a plain NO that a person sees', () => {
    const world = joined();
    world.text(doubtful);
    expect(world.last?.key).toBe('check');
    const count = coachingCount(world);
    world.pass(30);
    world.text('no');
    expect(world.last?.key).toBe('check_no');
    expect(world.member.attention.map(({ why }) => why)).toContain('check_answered_no');
    world.nextText();
    expect(coachingCount(world)).toBe(count + 1);
  });

  it.each(['yes', 'both'])('escalates on %s', (answer) => {
    const world = joined();
    world.text(doubtful);
    world.text(answer);
    expect(world.escalation).toMatchObject({ status: 'open', source: 'check' });
    expect(world.last?.kind).toBe('safety');
  });

  it('escalates on a second unclear answer', () => {
    const world = joined();
    for (const body of [doubtful, 'dunno maybe the weather', 'purple']) world.text(body);
    expect(world.escalation?.status).toBe('open');
  });

  it('is not asked again about what a clinician has marked as known; a red flag is raised all the same', () => {
    const world = joined();
    world.text('temp is 99.8 this morning');
    expect(world.last?.key).toBe('check');
    world.text('no');
    expect(world.staff({ kind: 'mark_known' }).staff?.kind).toBe('done');
    world.pass(2 * DAY);
    world.text('temp is 99.9 this morning');
    expect(world.member.question).toBeUndefined();
    world.text('I have a fever of 102');
    expect(world.escalation?.flags).toEqual(['fever']);
  });

  it('cannot be marked as known when it is about the nerves', () => {
    const world = joined();
    for (const body of [doubtful, 'no']) world.text(body);
    expect(world.staff({ kind: 'mark_known' }).staff?.kind).toBe('not_found');
  });

  it('goes to staff when nobody answers', () => {
    const world = joined();
    world.text(doubtful);
    world.pass(61);
    expect(world.escalation).toMatchObject({ source: 'check_silence', status: 'open' });
    expect(world.pages()).toHaveLength(1);
  });
});

describe('the weekly safety text', () => {
  const asked = () => {
    const world = joined();
    for (let day = 2; day <= 4; day += 1) world.nextText();
    expect(world.last?.body).toContain('Weekly check');
    return world;
  };
  it.each(['yes', 'Yes', 'YES I do', 'si'])('takes %s for a red flag', (body) => {
    const world = asked();
    world.text(body);
    expect(world.escalation).toMatchObject({ tier: 'S1', status: 'open' });
  });
  it.each([
    'did all 3',
    '4',
    '4/10',
    'DONE, a bit stiff today',
    'ok',
    'thanks',
    'no',
    'walked to the store',
    'Done',
  ])('takes %s for what it is', (body) => {
    const world = asked();
    world.text(body);
    expect(world.escalation).toBeUndefined();
    expect(world.member.question).toBeUndefined();
  });
});

describe('opting out', () => {
  it.each([
    'stop texting me',
    'Stop. Thank you',
    'opt out',
    'please take me off this list',
    'no more',
    'unsubscribe',
  ])('is honored at once and confirmed once: %s', (body) => {
    const world = joined();
    const decision = world.text(body);
    expect(decision.text?.key).toBe('stopped');
    expect(decision.revokes?.which).toBe('all_but_safety');
    expect(decision.consent?.action).toBe('out');
    world.text('stop');
    world.pass(5 * DAY);
    expect(world.last).toBe(decision.text);
    world.text('YES');
    expect(world.member.consent.is).toBe('out');
    expect(world.last).toBe(decision.text);
  });

  it('stays silent when the carrier has answered', () => {
    const world = joined();
    const decision = world.text('STOP', { optOutType: 'STOP' });
    expect(decision.text).toBeUndefined();
    expect(world.member.consent).toMatchObject({ is: 'out', isCarrierBlocked: true });
  });

  it('with a red flag gives one text that honors both, an open escalation and a page', () => {
    const world = joined();
    const decision = world.text('STOP texting me, I cant feel my inner thighs');
    expect(decision.text?.key).toBe('xf');
    expect(decision.consent?.action).toBe('out');
    expect(world.escalation?.status).toBe('open');
    expect(decision.events.map(({ type }) => type)).toContain('StaffPaged.v1');
    const crisis = joined();
    expect(crisis.text('stop. i want to kill myself').text?.key).toBe('xc');
    const fever = joined();
    expect(fever.text('I have a fever. take me off this list').text?.key).toBe('xf_doctor');
  });

  it('a flag from a number that the carrier blocks says to phone now', () => {
    const world = joined();
    world.text('STOP', { optOutType: 'STOP' });
    const decision = world.text('my groin is numb');
    expect(decision.text).toBeUndefined();
    expect(String(world.pages().at(-1)?.detail.firstLine)).toMatch(/^NO SAFETY TEXT REACHED THIS MEMBER/);
  });

  it('within a day of a safety text is paged', () => {
    const world = joined();
    world.text('I have a fever');
    world.text('STOP', { optOutType: 'STOP' });
    expect(pagesFor(world)).toContain('opted_out_after_flag');
  });

  it('is undone by START or the keyword and a new YES, where the program was', () => {
    const world = joined();
    world.text('stop texting me');
    world.pass(3 * DAY);
    world.text('BACK');
    expect(world.last?.key).toBe('j1');
    world.pass(2 * DAY);
    expect(world.last?.key).toBe('j1');
    world.text('yes');
    expect(world.last?.key).toBe('welcome_back');
    world.nextText();
    expect(world.last).toMatchObject({ kind: 'coaching', day: 2 });
  });

  it('leaves a YES to the screen that was open to a person, and restarts nothing', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes', 'STOP', 'yes']) world.text(body);
    expect(world.last?.key).toBe('stopped');
    expect(world.member).toMatchObject({ consent: { is: 'out' }, attention: [{ why: 'unclear_answer' }] });
  });

  it('can be undone while held, and lifts no hold', () => {
    const world = joined();
    world.text('STOP texting me, I cant feel my inner thighs');
    for (const body of ['START', 'yes']) world.text(body);
    expect(world.member.consent.is).toBe('in');
    expect(world.member.hold).toBeDefined();
    expect(world.last?.key).toBe('held');
  });

  it('in the middle of joining goes back to the question that was there', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes', 'no', 'no', 'stop texting me', 'yes']) world.text(body);
    expect(world.member.consent.is).toBe('out');
    for (const body of ['START', 'yes']) world.text(body);
    expect(world.last?.key).toBe('j4');
  });
});

describe('texts that say little', () => {
  it('leaves a machine that answers every answer the last word, and never the first safety reply', () => {
    const world = joined();
    for (let turn = 0; turn < 60; turn += 1) world.text('ok thanks');
    expect(world.texts.length).toBeLessThan(20);
    world.text('cant feel my inner thighs');
    expect(world.last?.key).toBe('s1');
  });

  it('does not take our own words for a report', () => {
    const world = joined();
    const weekly = world.program.content.replies.en.weekly.replace('{L}', world.program.content.careLine);
    for (const body of [weekly, `Liked "${weekly}"`]) world.text(body);
    expect(world.escalation).toBeUndefined();
    world.text(`"${weekly}" - yes, my groin is numb`);
    expect(world.escalation?.flags).toEqual(['numbness']);
  });

  it('answers a picture without words, and puts it before a person', () => {
    const world = joined();
    world.text('', { mediaCount: 1 });
    expect(world.last?.key).toBe('picture');
    expect(world.member.attention.map(({ why }) => why)).toContain('picture');
  });

  it('tells a stranger what this number is', () => {
    const world = createWorld();
    world.text('hello who is this?');
    expect(world.last?.key).toBe('stranger');
    expect(world.member.state.status).toBe('visitor');
  });

  it('pages staff for HELP within a day of a safety text', () => {
    const world = joined();
    world.text('I have a fever');
    world.text('HELP');
    expect(pagesFor(world)).toContain('help_wanted');
    expect(world.last?.key).toBe('help');
  });

  it('opens an escalation for a text that could not be read', () => {
    const world = joined();
    const { phoneKey, phone } = world.member;
    world.apply({ kind: 'unreadable', inbound: anInboundText({ phoneKey, from: phone, failures: 3 }) });
    expect(world.escalation).toMatchObject({ source: 'unreadable', status: 'open' });
    expect(world.pages()).toHaveLength(1);
  });
});

describe('news from the carrier', () => {
  it('notes a safety text that arrived', () => {
    const world = joined();
    world.text('I have a fever');
    arrived(world);
    expect(world.escalation?.told.delivery).toBe('delivered');
    world.pass(5);
    expect(pagesFor(world)).toEqual(['opened']);
  });

  it('shows a number that can never be reached, and sends it no more coaching until it texts again', () => {
    const world = joined();
    world.apply({
      kind: 'delivery',
      textId: world.last?.textId as never,
      status: 'undelivered',
      errorClass: 'permanent',
    });
    expect(world.member).toMatchObject({ reach: 'unreachable' });
    const count = world.texts.length;
    world.pass(3 * DAY);
    expect(world.texts).toHaveLength(count);
    world.text('hi');
    expect(world.member.reach).toBe('ok');
    expect(world.nextText()).toBe(true);
  });

  it('takes the word of a carrier that blocks the number', () => {
    const world = joined();
    world.apply({
      kind: 'delivery',
      textId: world.last?.textId as never,
      status: 'failed',
      errorClass: 'opted_out',
    });
    expect(world.member.consent).toMatchObject({ is: 'out', isCarrierBlocked: true });
  });
});
