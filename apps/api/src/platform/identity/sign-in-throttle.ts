import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { deviceMark, knownDevice, mailedDeviceMark } from '@sukoyaka/credentials';
import type { RateRule, Transaction, WaitRule } from '@sukoyaka/persistence';
import { AppConfig } from '../config/app-config.js';
import { RequestProblem } from '../problems/request-problem.js';

const QUARTER_HOUR = 900;
const DAY = 86_400;
const FREE = 10;
/** Of an account from everywhere together, and of a place at all accounts. */
const FREE_OF_ALL = 100;
const SECONDS_FOR_ACCOUNT = 180;
const SECONDS_FOR_PLACE = 60;
const SECONDS_FOR_FACTOR = 900;

/** An attempt to prove who one is. */
export interface Attempt {
  /** What is tried, in a word: attempts of different kinds are counted apart. */
  readonly kind: 'password' | 'factor' | 'passkey';
  /** Whose account, by what the caller names it: an address, or a person's id. */
  readonly account: string;
  readonly personId: string | null;
  readonly address: string;
  /** What the browser shows of an earlier sign-in. */
  readonly deviceMark: string | undefined;
}

/** Somebody who has used a link that was mailed to them, and in which browser. */
export interface LinkUse {
  readonly personId: string;
  readonly email: string;
  readonly origin: Pick<Attempt, 'address' | 'deviceMark'>;
}

/** What an attempt counts to. */
interface Rules {
  /** Of who makes the attempt, as far as can be told. */
  readonly own: WaitRule;
  /** Of others too: of the account, if it has one, and last of the place. */
  readonly shared: readonly RateRule[];
}

/**
 * Slows guessing down without giving a stranger the means to lock somebody out: a browser that is
 * known is counted by itself, and others at an account by where they are, so that who fails keeps
 * themself waiting. Only attempts from many places at once make new browsers elsewhere wait, and a
 * mailed link gets past that.
 */
@Injectable()
export class SignInThrottle {
  constructor(private readonly config: AppConfig) {}

  /**
   * Counts an attempt before it is judged, as a failure until {@link noteSuccess}: many at once
   * would else all be judged before the first of them is counted.
   * @throws RequestProblem SIGN_IN_THROTTLED with the seconds to wait; `tx` has to be undone then.
   */
  async count(tx: Transaction, attempt: Attempt): Promise<void> {
    const { own, shared } = this.#rules(attempt);
    for (const rule of [own, ...shared]) {
      const seconds = await tx.throttle.count(rule);
      if (seconds > 0) throw new RequestProblem('SIGN_IN_THROTTLED', { seconds });
    }
  }

  /** What was right forgives the earlier mistakes that were one's own, not those of others. */
  async noteSuccess(tx: Transaction, attempt: Attempt): Promise<void> {
    const { own, shared } = this.#rules(attempt);
    await tx.throttle.forget(own.bucket);
    for (const rule of shared) await tx.throttle.takeBack(rule);
  }

  /**
   * Whoever uses a mailed link has the mailbox: what failed at the account's password is forgotten,
   * and the browser counted by itself from now on, whatever strangers go on to do. Guesses at the
   * second factor stay counted: the mailbox proves nothing of it.
   * @returns the mark that the browser is to keep.
   */
  async noteLink(tx: Transaction, { personId, email, origin }: LinkUse): Promise<string> {
    const key = this.config.keyring.key('device');
    const known = knownDevice(key, origin.deviceMark);
    const isOwn = known?.personId === personId;
    const mark = isOwn ? deviceMark(key, personId, known.nonce) : mailedDeviceMark(key, personId);
    const attempt = {
      kind: 'password',
      account: email,
      personId,
      address: origin.address,
    } as const;
    const strange = this.#rules({ ...attempt, deviceMark: undefined });
    const marked = this.#rules({ ...attempt, deviceMark: mark });
    // Not what others at the same place have failed at: they have not shown anything.
    const [ofAccount] = strange.shared;
    const forgotten = [strange.own, ...(ofAccount ? [ofAccount] : []), marked.own];
    for (const { bucket } of forgotten) await tx.throttle.forget(bucket);
    return mark;
  }

  /** Always in this order, in which their rows are locked. */
  #rules(attempt: Attempt): Rules {
    const { kind, account, personId, address } = attempt;
    const device = knownDevice(this.config.keyring.key('device'), attempt.deviceMark);
    if (device !== undefined && device.personId === personId) {
      const own = this.#waits(kind, 'device', `${device.personId} ${device.nonce}`);
      // Who knows the password can sign in again and again as long as there is no second factor, and
      // gets a mark each time: their guesses at one that comes later are counted together, too.
      const ofKnown = this.#rate(SECONDS_FOR_FACTOR, kind, 'known', device.personId);
      return { own, shared: kind === 'factor' ? [ofKnown] : [] };
    }
    const ofPlace = this.#rate(SECONDS_FOR_PLACE, kind, 'address', address);
    // Six digits are few: guesses at them are counted over all places. They take the password.
    if (kind === 'factor') {
      return { own: this.#waits(kind, 'account', account), shared: [ofPlace] };
    }
    const ofAccount = this.#rate(SECONDS_FOR_ACCOUNT, kind, 'everywhere', account);
    return { own: this.#waits(kind, 'here', account, address), shared: [ofAccount, ofPlace] };
  }

  #waits(...of: readonly string[]): WaitRule {
    const bucket = this.#bucket(of);
    return {
      bucket,
      free: FREE,
      longestWaitSeconds: QUARTER_HOUR,
      forgottenAfterSeconds: DAY,
    };
  }

  #rate(secondsForOneMore: number, ...of: readonly string[]): RateRule {
    return { bucket: this.#bucket(of), free: FREE_OF_ALL, secondsForOneMore };
  }

  #bucket(of: readonly string[]): string {
    const key = this.config.keyring.key('device');
    return createHmac('sha256', key).update(JSON.stringify(of)).digest('hex');
  }
}
