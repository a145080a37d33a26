#!/bin/sh
# send.sh POSTFIX PORT: hands the mail on standard input to the Postfix configured in this folder, waits until it was
# sent or put off, and ends Postfix. Says what the log says when it was not sent.
set -eu
run=$PWD
export LD_LIBRARY_PATH="$1/usr/lib/postfix" MAIL_CONFIG="$run"
chmod 755 .. .
for part in active bounce corrupt defer deferred flush hold incoming private saved trace; do
  install -d -o Debian-exim -m 700 "queue/$part"
done
install -d -o Debian-exim -g mail -m 730 queue/maildrop
install -d -o Debian-exim -g mail -m 710 queue/public
install -d -m 755 queue/pid
install -d -o Debian-exim data
cat > mail.txt
"$1/usr/lib/postfix/sbin/master" -d -c "$run" >master.out 2>&1 &
master=$!
trap 'kill $master; wait $master || true' EXIT
tries=0
again() {
  tries=$((tries + 1))
  [ $tries -lt 200 ] || { cat log; exit 1; }
  sleep 0.05
}
until env -u LD_LIBRARY_PATH curl -s --max-time 10 --mail-from shop@mail.test --mail-rcpt reader@mail.test \
  --upload-file mail.txt "smtp://127.0.0.1:$2/web.test"; do again; done
until grep -q 'status=' log; do again; done
grep -q 'status=sent' log || { cat log; exit 1; }
