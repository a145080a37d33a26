'use client';
import { useState } from 'react';
import { TextField } from '@/components/form/text-field';
import { CopyButton } from '@/components/ui/copy-button';
import { download } from '@/components/ui/download';
import { checkFile, checkFileName } from '@/lib/vantage/check-file';
import type { CheckRun } from '@/lib/vantage/check-run';
import { checkAddress, phpCommand, shellCheck, wpCliCommand } from '@/lib/vantage/shell-check';

/** The address of a site → that of the uploaded file in its folder; undefined for anything else. */
function fileAddress(site: string): string | undefined {
  const text = site.trim();
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/[^/]*$/, '')}${checkFileName}`;
}

/** Until when the file works, as its reader tells the time. */
export function hourOf({ expiresAt }: CheckRun): string {
  return new Date(expiresAt * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** How the check gets onto the web server: a file to upload, or lines for those who have a shell there. */
export function CheckWays({ run }: { readonly run: CheckRun }) {
  const [site, setSite] = useState('');
  const address = fileAddress(site);
  return (
    <>
      <ol>
        <li>
          <p>
            Download the file. It tries {run.endpoints.length} ports, knows no password, and works until {hourOf(run)}.
          </p>
          <p>
            <button
              type="button"
              className="button-primary"
              onClick={() => download(checkFileName, 'application/x-httpd-php', checkFile(run))}
            >
              Download {checkFileName}
            </button>
          </p>
        </li>
        <li>
          <p>
            Upload it into the folder of your website, beside wp-config.php or index.php: by FTP or your host’s file
            manager.
          </p>
        </li>
        <li>
          <p>
            Open it in this browser and press its button. It asks for this key: <code>{run.key}</code>{' '}
            <CopyButton label="key" text={run.key} />
          </p>
          <TextField
            id="site-address"
            label="Address of your website (optional)"
            hint="Makes a link that has the key in it. The address stays in this browser."
            inputMode="url"
            autoComplete="url"
            value={site}
            onChange={(event) => setSite(event.target.value)}
          />
          {address !== undefined && (
            <p>
              <a href={checkAddress(address, run)} rel="noreferrer" target="_blank">
                Open {address} (new tab)
              </a>
            </p>
          )}
        </li>
        <li>
          <p>
            {run.postAddress === undefined
              ? 'It shows what it found, and a link that brings the result back here.'
              : 'It shows what it found, and the result appears here by itself; where that server cannot reach Outport, by its link.'}{' '}
            Then let it delete itself.
          </p>
        </li>
      </ol>
      <details className="disclosure">
        <summary>I have a shell on the server</summary>
        <p>
          Paste this script and copy the block that it prints. It needs Python 3.7; without, it says in words which
          ports connect. <CopyButton label="the script" text={shellCheck(run)} isNamed />
        </p>
        <p>Or upload the file and run one of these beside it:</p>
        <ul>
          {[phpCommand, wpCliCommand].map((command) => (
            <li key={command}>
              <code>{command}</code> <CopyButton label={command} text={command} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
