/** Sources in the form in which mailbox providers and filters write them, with example names and addresses. */

const id = '3f2a9c1e-77b4-4d0a-9f6e-5b1c2d3e4f50';
export const messageId = `<${id}@shop.example>`;
export const code = '7WN9-R7KQ';

const signed = `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=shop.example;
        s=mail2026; h=from:to:subject:date:message-id:mime-version;
        bh=yMEWSrYrkBtNCnMGeX0baXrNh/pC/64KM+hIHnSkEPs=;
        b=Veyemrl5cSFCSuJ40lID9iseYbP8v8e3HAgL7ATCZ/f57cTC0FF3hBCYyTJrAIfmC8
         UiDxpvd2a3yB+epwhp3S2hQn05NXcWpiWSOHD35uDvrcMyocRUTAyEI4f0+bwU0kHMF8==`;

export const ownFields = `From: "Orders, Shop" <orders@shop.example>
To: owner@mailbox.example
Subject: Outport test ${code}: smtp.provider.example, port 587
Message-ID: ${messageId}
Date: Wed, 25 Nov 2026 10:00:00 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8`;

const handedOver = `Received: from [203.0.113.7] (laptop.example [203.0.113.7])
        (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
        by out1.provider.example (Postfix) with ESMTPSA id 4XyZ12
        for <owner@mailbox.example>; Wed, 25 Nov 2026 10:00:01 +0000 (UTC)`;

type Part = { readonly results: string; readonly isSigned?: boolean };

/** Gmail: the results stand under its own Received, and the topmost server has only an address. */
export function gmail({ results, isSigned = true }: Part): string {
  return `Delivered-To: owner@mailbox.example
Received: by 2002:a05:6a10:1234:b0:5a1:2b3c:4d5e with SMTP id s22csp118908pxk;
        Wed, 25 Nov 2026 02:00:04 -0800 (PST)
X-Google-Smtp-Source: AGHT+IHxbe84z47LX51SpUtjmFj9ucksOzaRd2Z6jHKoND
X-Received: by 2002:a05:600c:3590:b0:456:1824:4808 with SMTP id 5b1f17b1804b1-45a1b05a5f6mr30.12;
        Wed, 25 Nov 2026 02:00:04 -0800 (PST)
ARC-Seal: i=1; a=rsa-sha256; t=1795687204; cv=none;
        d=google.com; s=arc-20240605;
        b=vgGg9fB5fG==
ARC-Authentication-Results: i=1; mx.google.com;
       ${results}
Return-Path: <orders@shop.example>
Received: from out1.provider.example (out1.provider.example. [198.51.100.24])
        by mx.google.com with ESMTPS id d71si833482jab.10.2026.11.25.02.00.03
        for <owner@mailbox.example>
        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
        Wed, 25 Nov 2026 02:00:03 -0800 (PST)
Authentication-Results: mx.google.com;
       ${results}
${isSigned ? `${signed}\n` : ''}${handedOver}
${ownFields}

Hello`;
}

export const gmailAllPass = gmail({
  results: `dkim=pass header.i=@shop.example header.s=mail2026 header.b=Veyemrl5;
       spf=pass (google.com: domain of orders@shop.example designates 198.51.100.24 as permitted sender) smtp.mailfrom=orders@shop.example;
       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=shop.example`,
});

/** The provider signs and bounces under its own name. */
export const gmailOtherDomain = gmail({
  results: `dkim=pass header.i=@provider.example header.s=pk1 header.b=lhk5qU4z;
       spf=pass (google.com: domain of bounce+7@mail.provider.example designates 198.51.100.24 as permitted sender) smtp.mailfrom="bounce+7@mail.provider.example";
       dmarc=fail (p=QUARANTINE sp=NONE dis=QUARANTINE) header.from=shop.example`,
});

/** The provider's own name for returned mail is wrong, and the sender's signature holds all the same. */
export const gmailBounceDomain = gmail({
  results: `dkim=pass header.i=@shop.example header.s=mail2026 header.b=Veyemrl5;
       spf=softfail (google.com: domain of transitioning bounce@mail.provider.example does not designate 198.51.100.24 as permitted sender) smtp.mailfrom=bounce@mail.provider.example;
       dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=shop.example`,
});

export const gmailSoftfail = gmail({
  results: `spf=softfail (google.com: domain of transitioning orders@shop.example does not designate 198.51.100.24 as permitted sender) smtp.mailfrom=orders@shop.example;
       dmarc=fail (p=NONE sp=NONE dis=NONE) header.from=shop.example`,
  isSigned: false,
});

export const gmailNoKey = gmail({
  results: `dkim=temperror (no key for signature) header.i=@shop.example header.s=mail2026 header.b=Veyemrl5;
       spf=pass (google.com: domain of orders@shop.example designates 198.51.100.24 as permitted sender) smtp.mailfrom=orders@shop.example`,
});

/** Outlook.com and Microsoft 365: no authserv-id, folded anywhere, and a filter's report of its own. */
function microsoft(results: string, report: string): string {
  return `Received: from AM0PR04MB0002.eurprd04.prod.outlook.com (2603:10a6:208:1::7)
 by VI1PR04MB0001.eurprd04.prod.outlook.com with HTTPS; Wed, 25 Nov 2026
 10:00:06 +0000
Received: from AM4PEPF00027A5F.eurprd04.prod.outlook.com
 (2603:10a6:208:1:cafe::6e) by AM0PR04MB0002.outlook.office365.com
 (2603:10a6:208:1::7) with Microsoft SMTP Server (version=TLS1_3,
 cipher=TLS_AES_256_GCM_SHA384) id 15.20.9158.21 via Frontend Transport; Wed,
 25 Nov 2026 10:00:05 +0000
Authentication-Results: ${results}
Received-SPF: Pass (protection.outlook.com: domain of shop.example designates
 198.51.100.24 as permitted sender) receiver=protection.outlook.com;
 client-ip=198.51.100.24; helo=out1.provider.example; pr=C
Received: from out1.provider.example (198.51.100.24) by
 AM4PEPF00027A5F.mail.protection.outlook.com (10.167.16.73) with Microsoft
 SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.9158.20
 via Frontend Transport; Wed, 25 Nov 2026 10:00:05 +0000
${handedOver}
${signed}
${ownFields}
Return-Path: orders@shop.example
X-MS-Exchange-Organization-SCL: 1
X-Forefront-Antispam-Report: ${report}

Hello`;
}

export const microsoftAllPass = microsoft(
  `spf=pass (sender IP is 198.51.100.24)
 smtp.mailfrom=shop.example; dkim=pass (signature was verified)
 header.d=shop.example;dmarc=pass action=none
 header.from=shop.example;compauth=pass reason=100`,
  'CIP:198.51.100.24;CTRY:DE;LANG:en;SCL:1;SRV:;IPV:NLI;SFV:NSPM;H:out1.provider.example;PTR:out1.provider.example;CAT:NONE;SFS:(13230040)(376014);DIR:INB;',
);

export const microsoftJunk = microsoft(
  `spf=none (sender IP is 198.51.100.24)
 smtp.mailfrom=shop.example; dkim=none (message not signed)
 header.d=none;dmarc=none action=none
 header.from=shop.example;compauth=fail reason=001`,
  'CIP:198.51.100.24;CTRY:DE;LANG:en;SCL:5;SRV:;IPV:NLI;SFV:SPM;H:out1.provider.example;PTR:out1.provider.example;CAT:SPOOF;SFS:(13230040)(376014);DIR:INB;',
);
