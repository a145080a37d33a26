import type { Metadata } from 'next';
import { BlockedNetworks } from '@/components/guide/blocked-networks';
import { EncryptionStart } from '@/components/guide/encryption-start';
import { History } from '@/components/guide/history';
import { OnThisPage } from '@/components/guide/on-this-page';
import { PortSections } from '@/components/guide/port-sections';
import { SecurityNamesTable } from '@/components/guide/security-names-table';
import { Sources } from '@/components/guide/sources';
import { WhatAPortIs } from '@/components/guide/what-a-port-is';
import { WhichPort } from '@/components/guide/which-port';
import styles from './page.module.css';

export const metadata: Metadata = {
  title: 'Which SMTP port: 465, 587, 2525 or 25? – Outport',
  description:
    'Which SMTP port to use and why: what 25, 465, 587 and 2525 are, how encryption starts on each, which networks block them, and what programs call SSL, TLS and STARTTLS.',
};

export default function PortGuide() {
  return (
    <main id="main">
      <h1>Which SMTP port should I use?</h1>
      <p className="lede">
        The answer first. The reasons take five minutes more: what each port is good for, why there are four, and what
        to do when your network closes one.
      </p>
      <div className={styles.guide}>
        <OnThisPage />
        <article className={styles.text}>
          <WhichPort />
          <WhatAPortIs />
          <EncryptionStart />
          <PortSections />
          <BlockedNetworks />
          <SecurityNamesTable />
          <History />
          <Sources />
        </article>
      </div>
    </main>
  );
}
