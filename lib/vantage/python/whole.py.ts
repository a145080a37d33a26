/** Encryption and the whole check, in Python; the result is signed as the PHP file signs it. */
export const wholePython = String.raw`
def context(verify):
    made = ssl.create_default_context()
    made.minimum_version = ssl.TLSVersion.TLSv1_2  # RFC 8997
    if not verify:
        made.check_hostname, made.verify_mode = False, ssl.CERT_NONE
    return made

def name(parts):
    known = dict(one for part in parts for one in part)
    return (known.get('commonName') or known.get('organizationName') or '')[:200]

def certificate(peer, der):
    iso = lambda when: time.strftime('%Y-%m-%dT%H:%M:%S.000Z', time.gmtime(ssl.cert_time_to_seconds(when))) if when else ''
    print_ = hashlib.sha256(der).hexdigest().upper()
    return {'subject': name(peer.get('subject', ())), 'issuer': name(peer.get('issuer', ())),
            'altNames': [n[:253] for _, n in peer.get('subjectAltName', ())][:20],
            'validFrom': iso(peer.get('notBefore')), 'validTo': iso(peer.get('notAfter')),
            'fingerprint256': ':'.join(print_[i:i + 2] for i in range(0, 64, 2))}

def encrypt(talk):
    talk.socket.settimeout(PATIENCE['tls'])
    try:
        talk.socket = context(True).wrap_socket(talk.socket, server_hostname=talk.endpoint['host'])
    except socket.timeout:
        raise talk.fail('timed-out', afterMs=PATIENCE['tls'] * 1000, bytes=0)
    except ssl.SSLCertVerificationError as e:
        raise refused(talk, e.verify_code)
    except ssl.SSLEOFError:
        raise talk.fail('closed-by-peer', how='end')
    except ssl.SSLError as e:
        old = ('UNSUPPORTED_PROTOCOL', 'WRONG_SSL_VERSION', 'NO_PROTOCOLS_AVAILABLE', 'TLSV1_ALERT_PROTOCOL_VERSION')
        reason = 'peer-speaks-cleartext' if e.reason == 'WRONG_VERSION_NUMBER' else 'no-common-version' if e.reason in old else 'other'
        raise talk.fail('tls-failed', reason=reason, code='ERR_SSL_' + (e.reason or ''))
    except OSError:
        raise talk.fail('closed-by-peer', how='reset')
    peer, der = talk.socket.getpeercert(), talk.socket.getpeercert(True)
    return {'version': talk.socket.version(), 'cipher': talk.socket.cipher()[0],
            'certificate': certificate(peer, der), 'trusted': True}

def peer_of(talk, made):
    """Connects once more, only to see the certificate; nothing is said inside."""
    second = Talk(talk.endpoint)
    second.socket = socket.create_connection((talk.address, talk.endpoint['port']), PATIENCE['connect'])
    if talk.endpoint['security'] == 'starttls':
        for second.stage, step in (('greeting', lambda: second.read(220, '')), ('ehlo', second.ehlo),
                                   ('starttls', lambda: second.starttls([{'keyword': 'STARTTLS'}]))):
            step()
    second.socket.settimeout(PATIENCE['tls'])
    with made.wrap_socket(second.socket, server_hostname=talk.endpoint['host']) as wrapped:
        return wrapped.getpeercert(), wrapped.getpeercert(True)

REASONS = {9: 'not-yet-valid', 10: 'expired', 18: 'self-signed', 62: 'name-mismatch', 64: 'name-mismatch',
           2: 'unknown-issuer', 19: 'unknown-issuer', 20: 'unknown-issuer', 21: 'unknown-issuer', 27: 'unknown-issuer'}

def refused(talk, code):
    """A refused certificate, by OpenSSL's number for what is wrong (X509_V_ERR_*)."""
    causes = {26: 'wrong-purpose', 66: 'weak-key', 67: 'weak-key', 68: 'weak-key'}
    reason = REASONS.get(code, 'other')
    try:
        der, peer = peer_of(talk, context(False))[1], {}
        # Python shows only what it trusts, so this one certificate is trusted, whatever its date, to be read.
        reading = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        reading.check_hostname = False
        reading.verify_flags |= 0x280000  # X509_V_FLAG_PARTIAL_CHAIN, X509_V_FLAG_NO_CHECK_TIME
        reading.load_verify_locations(cadata=der)
        try:
            peer = peer_of(talk, reading)[0]
        except ssl.SSLError:
            pass  # then only its fingerprint is told
    except (OSError, Failed):
        return talk.fail('tls-failed', reason='other', code='ERR_SSL_CERTIFICATE_VERIFY_FAILED')
    reasons = [reason]
    if reason == 'name-mismatch':  # OpenSSL compares the name first: what else is wrong?
        chain = context(True)
        chain.check_hostname = False
        try:
            peer_of(talk, chain)
        except ssl.SSLCertVerificationError as e:
            code = e.verify_code
            reasons = [REASONS.get(code, 'other'), reason]
        except (OSError, Failed):
            pass  # then the name is all that is known
    facts = {'reason': reasons[0], 'reasons': reasons, 'certificate': certificate(peer, der), 'chainLength': 1}
    return talk.fail('certificate-rejected', **dict(facts, **({'cause': causes[code]} if code in causes else {})))

def converse(talk):
    security, tls = talk.endpoint['security'], {}
    if security == 'implicit-tls':
        tls = {'tls': talk.run('tls', lambda: encrypt(talk))}
        talk.secured = True
    talk.run('greeting', lambda: {'reply': talk.read(220, '')})
    said = talk.run('ehlo', talk.ehlo)
    if security == 'starttls':
        talk.run('starttls', lambda: talk.starttls(said['capabilities']))
        tls = {'tls': talk.run('tls', lambda: encrypt(talk))}
        talk.secured = True
        said = talk.run('ehlo', talk.ehlo)
    if talk.inbox:
        raise talk.fail('protocol-violation', cause='out-of-step', sample=text(talk.inbox.split(b'\n')[0]))
    return dict({'status': 'usable'}, **said, **tls)

def test(endpoint):
    talk, kind = Talk(endpoint), 'usable'
    talk.threads = []
    try:
        talk.run('resolve', talk.resolve)
        talk.run('connect', talk.connect)
        outcome = converse(talk)
    except Failed as e:
        outcome = {'status': 'failed', 'failure': e.args[0]}
        isClosing = e.args[0].get('reply', {}).get('code') == 421
        kind = 'closing' if isClosing else e.args[0]['kind']
    if talk.socket:
        if kind in ('usable', 'negative-reply', 'starttls-not-offered'):
            talk.note('client', 'QUIT')
            try:
                talk.socket.sendall(b'QUIT\r\n')
            except OSError:
                pass  # it has left before us
        talk.socket.close()
    tell('endpoint-settled', endpoint=endpoint['id'], outcome=outcome, transcript=talk.transcript)
    shown = outcome['status'] if outcome['status'] == 'usable' else json.dumps(outcome['failure'])[:300]
    with LOCK:
        print('  %s\n    %s' % (endpoint['id'], shown))
    for thread in talk.threads:
        thread.join()

def hand_over(address, token):
    """Posts the result; true when Outport says that it has it."""
    body = json.dumps({'token': token}).encode()
    try:
        post = urllib.request.Request(address, body, {'Content-Type': 'application/json'})
        with urllib.request.urlopen(post, timeout=5) as answer:
            return answer.read(99) == b'{"status":"kept"}'
    except (OSError, ValueError, http.client.HTTPException):
        return False  # then it is carried by hand

def main(run):
    if not run['made'] - 600 <= time.time() <= run['expires'] + 600:
        return print('This check is over, or the clock here is wrong. Make a new one in Outport.')
    print('\nOutport check from this machine\n')
    EVENTS.append({'event': 'planned', 'at': 0, 'endpoints': run['endpoints']})
    threads = [threading.Thread(target=test, args=(endpoint,)) for endpoint in run['endpoints']]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    EVENTS.append({'event': 'finished', 'at': now(), 'attempts': ATTEMPTS})
    b64 = lambda data: base64.urlsafe_b64encode(data).decode().rstrip('=')
    result = {'run': run['id'], 'version': run['version'], 'at': int(time.time() * 1000), 'by': 'shell',
              'problems': [], 'events': EVENTS}
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeeze.compress(json.dumps(result).encode()) + squeeze.flush()
    signed = 'outport1.%s.z.%s' % (run['id'], b64(packed))
    secret = base64.urlsafe_b64decode(run['secret'] + '=')
    token = signed + '.' + b64(hmac.new(secret, signed.encode(), hashlib.sha256).digest())
    if 'post' in run and hand_over(run['post'], token):
        print('\nOutport has the result now: look there.')
    print('\nTo take it there by hand, copy everything from BEGIN to END and paste it.\n')
    print('-----BEGIN OUTPORT RESULT-----')
    print('\n'.join(token[i:i + 64] for i in range(0, len(token), 64)))
    print('-----END OUTPORT RESULT-----')
`;
