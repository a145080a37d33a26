import { appleMail } from '../apple-mail';
import type { Format } from '../format';
import { gmailSendAs } from '../gmail-send-as';
import { outlook } from '../outlook';
import { thunderbird } from '../thunderbird';

export const formats: readonly Format[] = [outlook, appleMail, thunderbird, gmailSendAs];
