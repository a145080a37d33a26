/** Servers that write a line for each method, and mail that was sent on to another address. */
import { ownFields } from './sources';

const signed = 'DKIM-Signature: v=1; a=rsa-sha256; d=shop.example; s=mail2026; h=from; bh=aaaa=; b=bbbb=';

/** Postfix with OpenDMARC, OpenDKIM and an SPF policy server: each puts a line of its own on top, in one name. */
export function postfixMilters(lines: readonly string[], below = ''): string {
  return `Return-Path: <orders@shop.example>
X-Original-To: owner@own.example
Delivered-To: owner@own.example
${lines.map((line) => `Authentication-Results: mail.own.example; ${line}\n`).join('')}Received: from out1.provider.example (out1.provider.example [198.51.100.24])
	(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
	by mail.own.example (Postfix) with ESMTPS id 4XyZ34
	for <owner@own.example>; Wed, 25 Nov 2026 10:00:03 +0000 (UTC)
Received: from [203.0.113.7] by out1.provider.example with ESMTPSA id 4XyZ12; Wed, 25 Nov 2026 10:00:01 +0000
${below}${signed}
${ownFields}

Hello`;
}

export const opendmarc = postfixMilters([
  'dmarc=pass (p=none dis=none) header.from=shop.example',
  'dkim=pass (2048-bit key; unprotected) header.d=shop.example header.i=@shop.example header.a=rsa-sha256 header.s=mail2026',
  'spf=pass (mailfrom) smtp.mailfrom=shop.example (client-ip=198.51.100.24; helo=out1.provider.example; envelope-from=orders@shop.example; receiver=mail.own.example)',
]);

/** What passes stands below: by its second filter, or by the sender. */
export const passBelow = postfixMilters([
  'dkim=none reason="no signature"',
  'spf=pass (mailfrom) smtp.mailfrom=shop.example',
]);

/** own.example sends it on to Gmail; each of the two wrote down what it saw. */
export const forwardedToGmail = `Delivered-To: owner@gmail.com
Received: by 2002:a05:6a10:1234:b0:5a1:2b3c:4d5e with SMTP id s22csp118908pxk;
        Wed, 25 Nov 2026 02:00:07 -0800 (PST)
Return-Path: <SRS0=aBcD=XY=shop.example=orders@own.example>
Received: from mail.own.example (mail.own.example. [192.0.2.25])
        by mx.google.com with ESMTPS id d71si833482jab.10.2026.11.25.02.00.06
        for <owner@gmail.com>; Wed, 25 Nov 2026 02:00:06 -0800 (PST)
Authentication-Results: mx.google.com;
       dkim=fail (body hash mismatch) header.i=@shop.example header.s=mail2026;
       spf=softfail (google.com: domain of transitioning orders@shop.example does not designate 192.0.2.25 as permitted sender) smtp.mailfrom=orders@shop.example
X-Forwarded-To: owner@gmail.com
Received: from out1.provider.example (out1.provider.example [198.51.100.24])
	by mail.own.example (Postfix) with ESMTPS id 4XyZ34
	for <owner@own.example>; Wed, 25 Nov 2026 10:00:03 +0000 (UTC)
Authentication-Results: mail.own.example; dkim=pass header.d=shop.example; spf=pass smtp.mailfrom=shop.example; dmarc=pass header.from=shop.example
${signed}
${ownFields}

Hello`;
