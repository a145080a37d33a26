/** Sources as Yahoo, iCloud, Fastmail, and servers of one's own with SpamAssassin or Rspamd write them. */
import { ownFields } from './sources';

export const yahoo = `Received: from 127.0.0.1
 by atlas-production.v2-mail-prod1-gq1.omega.yahoo.com pod-id atlas--production-gq1-5cd4.gq1.yahoo.com with HTTP; Wed, 25 Nov 2026 10:00:04 +0000
Return-Path: <orders@shop.example>
X-Originating-Ip: [198.51.100.24]
Received-SPF: pass (domain of shop.example designates 198.51.100.24 as permitted sender)
Authentication-Results: atlas-production.v2-mail-prod1-gq1.omega.yahoo.com;
 dkim=pass header.i=@shop.example header.s=mail2026;
 spf=pass smtp.mailfrom=shop.example;
 dmarc=unknown header.from=shop.example;
X-Apparently-To: owner@yahoo.com; Wed, 25 Nov 2026 10:00:04 +0000
Received: from 198.51.100.24 (EHLO out1.provider.example)
 by 10.217.150.12 with SMTPs
 (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384);
 Wed, 25 Nov 2026 10:00:03 +0000
${ownFields}

Hello`;

export const icloud = `Return-path: <orders@shop.example>
Original-recipient: rfc822;owner@icloud.com
Received: from st43p00im-qukt05021701.me.com by p44-mailgateway-smtp-778464bd6-glqrh (mailgateway 2403B92)
 with SMTP id d888ea55-3ef2-4d3c-b43b-1fafd97034a9
 for <owner@icloud.com>; Wed, 25 Nov 2026 10:00:09 GMT
X-Apple-MoveToFolder: Junk
X-Apple-Action: MOVE_TO_FOLDER/Junk
Received: from out1.provider.example (out1.provider.example [198.51.100.24])
 by st43p00im-qukt05021701.me.com (Postfix) with ESMTPS id EC1AC39C0207
 for <owner@icloud.com>; Wed, 25 Nov 2026 10:00:03 +0000 (UTC)
Authentication-Results: bimi.icloud.com; bimi=skipped reason="insufficient dmarc"
Authentication-Results: arc.icloud.com; arc=none
Authentication-Results: dmarc.icloud.com; dmarc=pass header.from=shop.example
X-DMARC-Info: pass=pass; dmarc-policy=none; s=r1; d=r1; pdomain=shop.example
Authentication-Results: dkim-verifier.icloud.com;
 dkim=pass (2048-bit key) header.d=shop.example header.i=@shop.example header.b=XubAwo48
Authentication-Results: spf.icloud.com; spf=pass (spf.icloud.com: domain of orders@shop.example designates 198.51.100.24 as permitted sender) smtp.mailfrom=orders@shop.example
${ownFields}

Hello`;

/** Six minutes of greylisting before the receiver took it. */
export const fastmail = `Return-Path: <orders@shop.example>
Received: from phl-compute-04.internal (phl-compute-04.internal [10.202.2.44])
 by sloti20d1t06 (Cyrus 3.13.0-alpha0) with LMTPA;
 Wed, 25 Nov 2026 05:06:20 -0500
X-Spam-score: 0.0
Received: from mx3.messagingengine.com ([10.202.2.202])
 by phl-compute-04.internal (LMTPProxy); Wed, 25 Nov 2026 05:06:19 -0500
Received: from mx3.messagingengine.com (localhost [127.0.0.1])
 by mailmx.phl.internal (Postfix) with ESMTP id 11B2A1340074
 for <owner@fastmail.com>; Wed, 25 Nov 2026 05:06:19 -0500 (EST)
Authentication-Results: mx3.messagingengine.com;
 x-csa=none;
 x-ptr=pass smtp.helo=out1.provider.example policy.ptr=out1.provider.example
Authentication-Results: mx3.messagingengine.com;
 arc=none (no signatures found)
Authentication-Results: mx3.messagingengine.com;
 dkim=pass (2048-bit rsa key sha256) header.d=shop.example header.i=@shop.example header.b=Veyemrl5 header.a=rsa-sha256 header.s=mail2026;
 dmarc=pass policy.published-domain-policy=quarantine policy.applied-disposition=none policy.evaluated-disposition=none (p=quarantine,d=none,d.eval=none) policy.policy-from=p header.from=shop.example;
 spf=pass smtp.mailfrom=orders@shop.example smtp.helo=out1.provider.example
Received: from out1.provider.example (out1.provider.example [198.51.100.24])
 by mx3.messagingengine.com (Postfix) with ESMTPS id A1B2C3D4
 for <owner@fastmail.com>; Wed, 25 Nov 2026 05:06:18 -0500 (EST)
Received: from [203.0.113.7] by out1.provider.example with ESMTPSA id 4XyZ12; Wed, 25 Nov 2026 10:00:01 +0000
${ownFields}

Hello`;

/** A server of one's own with Exim and SpamAssassin; its clock is five minutes slow. */
export const eximSpamAssassin = `Return-path: <orders@shop.example>
Envelope-to: owner@own.example
Delivery-date: Wed, 25 Nov 2026 09:55:04 +0000
Received: from out1.provider.example ([198.51.100.24])
	by mail.own.example with esmtps  (TLS1.3) tls TLS_AES_256_GCM_SHA384
	(Exim 4.98)
	(envelope-from <orders@shop.example>)
	id 1tFqAb-0000000Abcd-1XyZ
	for owner@own.example;
	Wed, 25 Nov 2026 09:55:03 +0000
Received: from [203.0.113.7] by out1.provider.example with ESMTPSA id 4XyZ12; Wed, 25 Nov 2026 10:00:01 +0000
${ownFields}
X-Spam-Flag: YES
X-Spam-Status: Yes, score=5.6 required=5.0 tests=BAYES_50,DKIM_INVALID,
	FREEMAIL_FROM,SPF_FAIL,T_SCC_BODY_TEXT_LINE autolearn=no autolearn_force=no
	version=4.0.1
X-Spam-Level: *****

Hello`;

/** A header that somebody on the sending side wrote, and a receiver that checks nothing. */
export const stranger = `Received: from out1.provider.example ([198.51.100.24])
	by mail.own.example (OpenSMTPD) with ESMTPS id 0a1b2c3d
	for <owner@own.example>; Wed, 25 Nov 2026 10:00:03 +0000 (UTC)
Authentication-Results: mx.google.com; dkim=pass header.i=@shop.example; spf=pass smtp.mailfrom=orders@shop.example; dmarc=pass header.from=shop.example
${ownFields}

Hello`;

export const rspamd = `Return-Path: <orders@shop.example>
Delivered-To: owner@own.example
Received: from mail.own.example
	by mail.own.example with LMTP
	id aBcDeFgHiJ
	(envelope-from <orders@shop.example>)
	for <owner@own.example>; Wed, 25 Nov 2026 10:00:04 +0000
Received: from out1.provider.example (out1.provider.example [198.51.100.24])
	(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
	(No client certificate requested)
	by mail.own.example (Postfix) with ESMTPS id 4XyZ34
	for <owner@own.example>; Wed, 25 Nov 2026 10:00:03 +0000 (UTC)
Authentication-Results: mail.own.example;
	dkim=fail ("body hash did not verify") header.d=shop.example header.s=mail2026 header.b=Veyemrl5;
	spf=permerror (mail.own.example: error in processing during lookup of orders@shop.example: too many DNS lookups) smtp.mailfrom=orders@shop.example;
	dmarc=fail reason="SPF not aligned (relaxed), DKIM not aligned (relaxed)" header.from=shop.example (policy=reject)
X-Rspamd-Server: mail
X-Spamd-Result: default: True [15.84 / 15.00];
	DMARC_POLICY_REJECT(2.00)[shop.example : SPF not aligned (relaxed), DKIM not aligned (relaxed),reject];
	SUSPICIOUS_RECIPS(1.50)[];
	R_DKIM_REJECT(1.00)[shop.example:s=mail2026];
	MIME_GOOD(-0.10)[text/plain];
	FROM_HAS_DN(0.00)[]
X-Rspamd-Action: add header
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=shop.example; s=mail2026; h=from; bh=aaaa=; b=bbbb=
${ownFields}

Hello`;
