import { curl } from '../curl';
import { eximSmarthost } from '../exim-smarthost';
import type { Format } from '../format';
import { gitSendEmail } from '../git-send-email';
import { msmtp } from '../msmtp';
import { postfix } from '../postfix';
import { swaks } from '../swaks';

export const formats: readonly Format[] = [msmtp, postfix, eximSmarthost, curl, swaks, gitSendEmail];
