import { discourse } from '../discourse';
import { drupal } from '../drupal';
import type { Format } from '../format';
import { ghost } from '../ghost';
import { gitlab } from '../gitlab';
import { grafana } from '../grafana';
import { joomla } from '../joomla';
import { keycloak } from '../keycloak';
import { magento } from '../magento';
import { mastodon } from '../mastodon';
import { nextcloud } from '../nextcloud';
import { supabase } from '../supabase';
import { vaultwarden } from '../vaultwarden';

export const formats: readonly Format[] = [
  nextcloud,
  ghost,
  mastodon,
  vaultwarden,
  magento,
  discourse,
  gitlab,
  grafana,
  keycloak,
  drupal,
  joomla,
  supabase,
];
