import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provenBySending } from '@/e2e/lab/proven-by-sending';
import { rails } from './rails';

// What Rails does with config.action_mailer: each setting becomes one of ActionMailer::Base.
const program = `
require 'action_mailer'
require 'ostruct'
config = OpenStruct.new(action_mailer: OpenStruct.new)
eval(File.read('action-mailer.rb', encoding: 'UTF-8'))
config.action_mailer.each_pair { |name, value| ActionMailer::Base.public_send("#{name}=", value) }
class Orders < ActionMailer::Base
  def order = mail(to: 'reader@mail.test', subject: 'Order', body: 'It is on its way.')
end
Orders.order.deliver_now`;

provenBySending(rails, {
  needs: ['/usr/bin/ruby', '/usr/share/doc/ruby-actionmailer'],
  leavesStarttls: false,
  send: (text, { directory, authority }) => {
    writeFileSync(join(directory, 'action-mailer.rb'), text);
    return { file: '/usr/bin/ruby', args: ['-e', program], env: { SSL_CERT_FILE: authority, LANG: 'C.UTF-8' } };
  },
});
