/**
 * Mail domains behind which there is no server to send through. Known to the people of this project, and not from pages of
 * those services: the sentences say "usually", and a search for servers goes on all the same.
 */
const disposable = `
  10minutemail.com 10minutemail.net 20minutemail.com 33mail.com anonaddy.me burnermail.io dispostable.com
  dropmail.me emailondeck.com fakeinbox.com getairmail.com getnada.com grr.la guerrillamail.biz guerrillamail.com
  guerrillamail.de guerrillamail.info guerrillamail.net guerrillamail.org guerrillamailblock.com inboxbear.com
  inboxkitten.com jetable.org mail-temp.com mailcatch.com maildrop.cc mailexpire.com mailinator.com mailinator.net
  mailnesia.com mailnull.com mailpoof.com mailsac.com meltmail.com minutemail.com mintemail.com moakt.cc moakt.com
  mohmal.com mytemp.email mytrashmail.com nada.email sharklasers.com spam4.me spamgourmet.com spambog.com
  spambox.us tempail.com tempinbox.com tempmail.com tempmail.net tempmailo.com temp-mail.io temp-mail.org
  throwawaymail.com tmpmail.org tmpmail.net trash-mail.com trashmail.com trashmail.de trashmail.net
  wegwerfemail.de yopmail.com yopmail.fr yopmail.net
`;
const webOnly = 'tuta.com tuta.io tutamail.com tutanota.com tutanota.de keemail.me hey.com';
const forwardOnly = 'duck.com relay.firefox.com mozmail.com';

const names = (list: string): readonly string[] => list.trim().split(/\s+/);

const kinds: readonly { readonly names: readonly string[]; readonly sentence: (domain: string) => string }[] = [
  {
    names: names(disposable),
    sentence: (domain) =>
      `Mailboxes at ${domain} are thrown away after a while and usually only receive. Use an address of your own to send.`,
  },
  {
    names: names(webOnly),
    sentence: (domain) =>
      `Mail from ${domain} is usually sent in its own app only: there is no SMTP server for other programs.`,
  },
  {
    names: names(forwardOnly),
    sentence: (domain) =>
      `Addresses at ${domain} usually only pass mail on. Use the address of the mailbox behind it to send.`,
  },
];

/** A domain that is known to have no server to send through → a sentence about it; undefined for all others. */
export function withoutServer(domain: string): string | undefined {
  return kinds.find((kind) => kind.names.includes(domain))?.sentence(domain);
}
