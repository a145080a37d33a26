/**
 * The check for a shell, in Python 3.6 or later with nothing but its own library: one thread an endpoint. It tells the
 * same events as the PHP file and judges by numbers (errno, OpenSSL's verification codes), not by words.
 */
export const dialoguePython = String.raw`
import base64, errno, hashlib, hmac, http.client, json, re, select, socket, ssl, sys, threading, time, urllib.request, zlib

START = time.monotonic()
EVENTS, ATTEMPTS, LOCK = [], [], threading.Lock()
PATIENCE = {'connect': 5, 'tls': 10, 'greeting': 15, 'ehlo': 10, 'starttls': 10}

def now():
    return round((time.monotonic() - START) * 1000, 1)

def tell(event, **facts):
    with LOCK:
        EVENTS.append(dict({'event': event, 'at': now()}, **facts))

class Failed(Exception):
    pass

class Talk:
    """One endpoint: its socket, where it stands, and what came and was not read yet."""

    def __init__(self, endpoint):
        self.endpoint, self.stage, self.secured = endpoint, 'resolve', False
        self.socket, self.address, self.inbox, self.transcript = None, None, b'', []

    def fail(self, kind, **facts):
        return Failed(dict({'stage': self.stage, 'secured': self.secured, 'kind': kind}, **facts))

    def note(self, side, line):
        if len(self.transcript) < 30:
            shown = ''.join(c if c.isprintable() else '\\u%04x' % ord(c) for c in line[:200])
            self.transcript.append({'at': now(), 'from': side, 'secured': self.secured, 'text': shown})

    def run(self, stage, step):
        """Runs one stage, telling when it began and what it found."""
        self.stage, began = stage, now()
        here = {'endpoint': self.endpoint['id'], 'stage': stage, 'secured': self.secured}
        tell('stage-started', **here, **({'address': self.address} if self.address else {}))
        facts = step()
        tell('stage-passed', tookMs=round(now() - began, 1), facts=facts, **here)
        return facts

    def resolve(self):
        host, family = self.endpoint['host'], self.endpoint.get('family')
        try:
            found = socket.getaddrinfo(host, self.endpoint['port'], type=socket.SOCK_STREAM)
        except socket.gaierror as e:
            if e.errno == socket.EAI_AGAIN:
                raise self.fail('resolver-failed', cause='silent' if now() > 1500 else 'broken')
            cause = 'no-address' if e.errno == getattr(socket, 'EAI_NODATA', -5) else 'no-such-name'
            raise self.fail('name-not-found', cause=cause)
        four = [a[4][0] for a in found if a[0] == socket.AF_INET]
        six = [a[4][0] for a in found if a[0] == socket.AF_INET6]
        self.addresses = ([(4, a) for a in four] if family != 6 else []) + ([(6, a) for a in six] if family != 4 else [])
        if not self.addresses:
            raise self.fail('name-not-found', cause='no-address')
        return {'ipv4': four, 'ipv6': six}

    def dial(self, family, address, result):
        began = now()
        sock = socket.socket(socket.AF_INET if family == 4 else socket.AF_INET6)
        sock.setblocking(False)
        code = sock.connect_ex((address, self.endpoint['port']))
        isLocal = code not in (0, errno.EINPROGRESS)  # before a packet left
        if not isLocal:
            ready = select.select([], [sock], [], PATIENCE['connect'])[1]
            code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) if ready else errno.ETIMEDOUT
        outcome = connect_failure(code, isLocal) if code else 'connected'
        result.append((outcome if code else sock, family, address))
        if code:
            sock.close()
        with LOCK:
            ATTEMPTS.append({'endpoint': self.endpoint['id'], 'address': address, 'family': family,
                             'result': outcome, 'tookMs': round(now() - began, 1)})

    def connect(self):
        """The first address of each family at once; the first to connect wins."""
        firsts = [next((a for a in self.addresses if a[0] == f), None) for f in (4, 6)]
        result, threads = [], []
        for one in filter(None, firsts):
            threads.append(threading.Thread(target=self.dial, args=(one[0], one[1], result)))
            threads[-1].start()
        while not any(not isinstance(r[0], dict) for r in result) and any(t.is_alive() for t in threads):
            time.sleep(0.01)
        self.threads = threads
        for found, family, address in sorted(result, key=lambda r: isinstance(r[0], dict)):
            if not isinstance(found, dict):
                self.socket, self.address = found, address
                return {'address': address, 'family': family}
        kinds = ['refused', 'closed-by-peer', 'timed-out', 'unreachable', 'unexpected']
        raise Failed(min((r[0] for r in result), key=lambda f: kinds.index(f['kind'])))

    def send(self, line):
        if self.inbox:
            raise self.fail('protocol-violation', cause='out-of-step', sample=text(self.inbox.split(b'\n')[0]))
        self.note('client', line)
        try:
            self.socket.sendall(line.encode() + b'\r\n')
        except OSError:
            pass  # reading will tell how it ended

    def read(self, code, command):
        """Waits for one whole reply, with the code hoped for."""
        seconds = PATIENCE[self.stage]
        until = time.monotonic() + seconds
        while True:
            parsed = parse(self.inbox)
            if parsed is not None:
                break
            self.socket.settimeout(max(0.01, until - time.monotonic()))
            try:
                chunk = self.socket.recv(8192)
            except socket.timeout:
                raise self.fail('timed-out', afterMs=seconds * 1000, bytes=len(self.inbox))
            except ssl.SSLError as e:
                raise self.fail('tls-failed', reason='other', code='ERR_SSL_' + (e.reason or ''))
            except OSError:
                raise self.fail('closed-by-peer', how='reset')
            if not chunk:
                raise self.fail('closed-by-peer', how='end')
            self.inbox += chunk
        if 'cause' in parsed:
            raise self.fail('protocol-violation', **parsed)
        reply, self.inbox = parsed['reply'], parsed['rest']
        for line in reply['text']:
            self.note('server', '%d %s' % (reply['code'], line))
        if reply['code'] != code and reply['code'] >= 400:
            raise self.fail('negative-reply', reply=reply, command=command)
        if reply['code'] != code:
            sample = ('%d %s' % (reply['code'], reply['text'][0]))[:200]
            raise self.fail('protocol-violation', cause='out-of-step', sample=sample)
        return reply

    def ehlo(self):
        own, address = socket.getfqdn(), self.socket.getsockname()[0]
        literal = '[IPv6:%s]' % address if ':' in address else '[%s]' % address
        self.send('EHLO ' + (own if re.match(r'^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$', own, re.I) else literal))
        lines = self.read(250, 'EHLO')['text'][1:]
        words = [re.sub(r'^AUTH=\s*', 'AUTH ', line[:200].strip(), flags=re.I).split() for line in lines]
        return {'capabilities': [{'keyword': w[0].upper(), 'params': w[1:]} for w in words if w]}

    def starttls(self, capabilities):
        keywords = [c['keyword'] for c in capabilities]
        if 'STARTTLS' not in keywords:
            masked = any(re.match('^X{3,}[A-Z]$', k) for k in keywords)
            raise self.fail('starttls-not-offered', masked=masked)
        self.send('STARTTLS')
        reply = self.read(220, 'STARTTLS')
        if self.inbox:  # RFC 3207, section 4.2
            raise self.fail('protocol-violation', cause='data-before-tls', sample=text(self.inbox))
        return {'reply': reply}

def text(data):
    return data.decode('utf-8', 'replace')[:200].rstrip('\r')

def connect_failure(code, isLocal):
    place = {'stage': 'connect', 'secured': False}
    if code == errno.ETIMEDOUT:
        return dict(place, kind='timed-out', afterMs=5000, bytes=0)
    if code == errno.ECONNREFUSED:
        return dict(place, kind='refused')
    if code == errno.ECONNRESET:
        return dict(place, kind='closed-by-peer', how='reset')
    causes = {errno.ENETUNREACH: 'no-route', errno.EADDRNOTAVAIL: 'no-route', errno.EHOSTUNREACH: 'host',
              errno.EACCES: 'denied-by-system' if isLocal else 'prohibited', errno.EPERM: 'denied-by-system', errno.EINVAL: 'no-route'}
    cause = causes.get(code)
    if cause is None:
        return dict(place, kind='unexpected')
    return dict(place, kind='unreachable', cause=cause, local=isLocal or cause == 'denied-by-system')

def parse(data):
    """Bytes => a reply and what follows, or what is wrong, or None while it is incomplete."""
    code, enhanced, lines, start = None, None, [], 0
    while len(lines) < 100:
        end = data.find(b'\n', start)
        raw = data[start:len(data) if end < 0 else end]
        line = raw[:4096].decode('utf-8', 'replace')
        line = line[:-1] if line.endswith('\r') else line
        wrong = {'cause': 'not-smtp' if code is None else 'malformed', 'sample': line[:200]}
        if not re.match(r'^([2-5](\d(\d([ -].*)?)?)?)?\Z', line, re.S):
            return wrong
        if len(raw) > 4096 or start + len(raw) > 65536:
            return {'cause': 'too-long', 'sample': line[:200]}
        if end < 0:
            return None
        found = re.match(r'^([2-5]\d\d)([ -]?)(.*)\Z', line, re.S)
        if not found or (code is not None and code != int(found.group(1))):
            return wrong
        if code is None:
            code, status = int(found.group(1)), re.match(r'^([245]\.\d{1,3}\.\d{1,3})(\s|$)', found.group(3))
            enhanced = {'enhanced': status.group(1)} if status else {}
        lines.append(found.group(3)[:500])
        start = end + 1
        if found.group(2) != '-':
            return {'reply': dict({'code': code, 'text': lines}, **enhanced), 'rest': data[start:]}
    return {'cause': 'too-long', 'sample': ''}
`;
