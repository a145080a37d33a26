import { asia } from './asia';
import { britainAndNordic } from './britain-and-nordic';
import { centralEurope } from './central-europe';
import { easternEurope } from './eastern-europe';
import { franceBelgiumNetherlands } from './france-belgium-netherlands';
import { germanyAustriaSwitzerland } from './germany-austria-switzerland';
import { hosters } from './hosters';
import { international } from './international';
import { italyIberia } from './italy-iberia';
import { latinAmericaAndPacific } from './latin-america-and-pacific';
import { northAmerica } from './north-america';
import type { MailDomain } from './mail-domain';

/** Every mail domain that is no provider's own, region by region. */
export const mailDomains: readonly MailDomain[] = [
  ...germanyAustriaSwitzerland,
  ...franceBelgiumNetherlands,
  ...italyIberia,
  ...britainAndNordic,
  ...centralEurope,
  ...easternEurope,
  ...northAmerica,
  ...latinAmericaAndPacific,
  ...asia,
  ...international,
  ...hosters,
];
