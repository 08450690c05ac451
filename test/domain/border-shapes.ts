import type { TrustedSource } from '../../src/domain/settings.ts';

/** Header blocks as mail systems write them, top first, with names and addresses of nobody. */
export type Shape = {
  source: TrustedSource;
  lines: readonly string[];
  /** Whose address the border saw, null where it does not say. */
  client: string | null;
};

const plain = (id: string, border: readonly string[] = [id], instances = 1): TrustedSource => ({ id, border, instances });
const stamp = 'Mon, 2 Mar 2026 09:00:00 +0000';
const outside = `Received: by mail-out.acme.example (Postfix, from userid 1000) id 4Abc; ${stamp}`;
const signature = 'DKIM-Signature: v=1; a=rsa-sha256; d=acme.example; s=s1; h=from:to:subject:date:message-id; bh=x; b=y';

export const shapes: Readonly<Record<string, Shape>> = {
  'Gmail, its header below its own Received': {
    source: { id: 'mx.google.com', border: ['mx.google.com', '2002:a05::/32'], instances: 1 },
    client: '192.0.2.25',
    lines: [
      'Delivered-To: support@desk.example',
      `Received: by 2002:a05:6504:1b92:b0:2a1:f0e8:1234 with SMTP id d18csp123456; Mon, 2 Mar 2026 01:00:00 -0800 (PST)`,
      'X-Google-Smtp-Source: AGHT+IE=',
      `X-Received: by 2002:a17:906:c14e:b0:aa6:7cae:db98 with SMTP id a640; Mon, 02 Mar 2026 01:00:00 -0800 (PST)`,
      'ARC-Seal: i=1; a=rsa-sha256; t=1772442000; cv=none; d=google.com; s=arc-20240605; b=x',
      'ARC-Authentication-Results: i=1; mx.google.com; dkim=pass header.i=@acme.example; dmarc=pass header.from=acme.example',
      'Return-Path: <maria@acme.example>',
      `Received: from mail-out.acme.example (mail-out.acme.example. [192.0.2.25]) by mx.google.com with ESMTPS id 4fb4d7 for <support@desk.example> (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256); Mon, 02 Mar 2026 01:00:00 -0800 (PST)`,
      'Received-SPF: pass (google.com: domain of maria@acme.example designates 192.0.2.25 as permitted sender) client-ip=192.0.2.25;',
      'Authentication-Results: mx.google.com; dkim=pass header.i=@acme.example header.s=s1 header.b=AbCdEfGh; spf=pass (google.com: domain of maria@acme.example designates 192.0.2.25 as permitted sender) smtp.mailfrom=maria@acme.example; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=acme.example',
      outside,
      signature,
    ],
  },
  'Microsoft 365, no name': {
    source: { id: 'Microsoft 365', border: ['.outlook.com', '.outlook.office365.com'], instances: 1, mode: 'm365' },
    client: '192.0.2.25',
    lines: [
      `Received: from AS8PR04MB7542.eurprd04.prod.outlook.com (2603:10a6:20b:29d::19) by DB9PR04MB8123.eurprd04.prod.outlook.com with HTTPS; ${stamp}`,
      `Received: from DU7P194CA0015.EURP194.PROD.OUTLOOK.COM (2603:10a6:10:553::21) by AS8PR04MB7542.eurprd04.prod.outlook.com (2603:10a6:20b:29d::19) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.8445.13; ${stamp}`,
      `Received: from DU2PEPF00028D09.eurprd03.prod.outlook.com (2603:10a6:10:553:cafe::64) by DU7P194CA0015.outlook.office365.com (2603:10a6:10:553::21) with Microsoft SMTP Server id 15.20.8445.14 via Frontend Transport; ${stamp}`,
      'Authentication-Results: spf=pass (sender IP is 192.0.2.25) smtp.mailfrom=acme.example; dkim=pass (signature was verified) header.d=acme.example;dmarc=pass action=none header.from=acme.example;compauth=pass reason=100',
      'Received-SPF: Pass (protection.outlook.com: domain of acme.example designates 192.0.2.25 as permitted sender) receiver=protection.outlook.com; client-ip=192.0.2.25; helo=mail-out.acme.example; pr=C',
      `Received: from mail-out.acme.example (192.0.2.25) by DU2PEPF00028D09.mail.protection.outlook.com (10.167.242.169) with Microsoft SMTP Server id 15.20.8466.11 via Frontend Transport; ${stamp}`,
      outside,
      signature,
      'X-MS-Exchange-Organization-AuthAs: Anonymous',
    ],
  },
  'Microsoft 365, from another tenant that wrote its own': {
    source: { id: 'Microsoft 365', border: ['.outlook.com', '.outlook.office365.com'], instances: 1, mode: 'm365' },
    client: '40.107.0.1',
    lines: [
      `Received: from DU2PEPF00028D09.eurprd03.prod.outlook.com (2603:10a6:10:553:cafe::64) by DU7P194CA0015.outlook.office365.com (2603:10a6:10:553::21) with Microsoft SMTP Server id 15.20.8445.14 via Frontend Transport; ${stamp}`,
      'Authentication-Results: spf=pass (sender IP is 40.107.0.1) smtp.mailfrom=acme.example; dkim=pass (signature was verified) header.d=acme.example;dmarc=pass action=none header.from=acme.example;compauth=pass reason=100',
      `Received: from EUR05-VI1-obe.outbound.protection.outlook.com (40.107.0.1) by DU2PEPF00028D09.mail.protection.outlook.com (10.167.242.169) with Microsoft SMTP Server id 15.20.8466.11 via Frontend Transport; ${stamp}`,
      signature,
      'Authentication-Results: dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=acme.example;',
      `Received: from PAXPR04MB8459.eurprd04.prod.outlook.com (2603:10a6:102:1da::15) by DB9PR04MB8282.eurprd04.prod.outlook.com (2603:10a6:10:24f::9) with Microsoft SMTP Server id 15.20.8445.24; ${stamp}`,
    ],
  },
  'Postfix with OpenDKIM and OpenDMARC: a header a milter, on top': {
    source: plain('mx.desk.example', ['mx.desk.example'], 2),
    client: '192.0.2.25',
    lines: [
      'Return-Path: <maria@acme.example>',
      'Authentication-Results: mx.desk.example; dmarc=pass (p=reject dis=none) header.from=acme.example',
      'Authentication-Results: mx.desk.example;\r\n\tdkim=pass (2048-bit key; unprotected) header.d=acme.example header.i=@acme.example header.a=rsa-sha256 header.s=s1 header.b=AbCdEfGh;\r\n\tdkim-atps=neutral',
      `Received: from mail-out.acme.example (mail-out.acme.example [192.0.2.25])\r\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\r\n\t(No client certificate requested)\r\n\tby mx.desk.example (Postfix) with ESMTPS id 4F1\r\n\tfor <support@desk.example>; ${stamp}`,
      outside,
      signature,
    ],
  },
  rspamd: {
    source: plain('mx.desk.example'),
    client: '192.0.2.25',
    lines: [
      'Authentication-Results: mx.desk.example;\r\n\tdkim=pass header.d=acme.example header.s=s1 header.b=AbCdEfGh;\r\n\tspf=pass (mx.desk.example: domain of maria@acme.example designates 192.0.2.25 as permitted sender) smtp.mailfrom=maria@acme.example;\r\n\tdmarc=pass (policy=reject) header.from=acme.example',
      `Received: from mail-out.acme.example (unknown [192.0.2.25]) by mx.desk.example (Postfix) with ESMTP id 4F2; ${stamp}`,
      outside,
    ],
  },
  'Exim, its header below its own Received': {
    source: plain('mx.desk.example'),
    client: '192.0.2.25',
    lines: [
      'Envelope-to: support@desk.example',
      `Received: from mail-out.acme.example ([192.0.2.25])\r\n\tby mx.desk.example with esmtps  (TLS1.3) tls TLS_AES_256_GCM_SHA384\r\n\t(Exim 4.98)\r\n\t(envelope-from <maria@acme.example>)\r\n\tid 1tABC-000000001-xyz\r\n\tfor support@desk.example; ${stamp}`,
      'Authentication-Results: mx.desk.example;\r\n\tiprev=pass (mail-out.acme.example) smtp.remote-ip=192.0.2.25;\r\n\tspf=pass smtp.mailfrom=acme.example;\r\n\tdkim=pass header.d=acme.example header.s=s1 header.a=rsa-sha256;\r\n\tdmarc=pass header.from=acme.example',
      outside,
    ],
  },
  Proofpoint: {
    source: plain('ppops.net', ['.pphosted.com']),
    client: '192.0.2.25',
    lines: [
      `Received: from mail-out.acme.example (mail-out.acme.example [192.0.2.25])\r\n\tby mx0a-00123456.pphosted.com (PPS) with ESMTPS id 45abc (version=TLSv1.2); ${stamp}`,
      'Authentication-Results: ppops.net;\r\n\tspf=pass smtp.mailfrom=maria@acme.example;\r\n\tdkim=pass header.d=acme.example header.s=s1;\r\n\tdmarc=pass header.from=acme.example',
      outside,
    ],
  },
  Mimecast: {
    source: plain('relay.mimecast.com'),
    client: '192.0.2.25',
    lines: [
      'Authentication-Results: relay.mimecast.com;\r\n\tdkim=pass header.d=acme.example header.s=s1 header.b=AbCdEfGh;\r\n\tdmarc=pass (policy=reject) header.from=acme.example;\r\n\tspf=pass (relay.mimecast.com: domain of maria@acme.example designates 192.0.2.25 as permitted sender) smtp.mailfrom=maria@acme.example',
      `Received: from mail-out.acme.example (mail-out.acme.example [192.0.2.25])\r\n by relay.mimecast.com with ESMTP with STARTTLS (version=TLSv1.3,\r\n cipher=TLS_AES_256_GCM_SHA384) id uk-mta-123-abc; ${stamp}`,
      outside,
    ],
  },
  Fastmail: {
    source: plain('mx1.messagingengine.com', ['.messagingengine.com', '.internal', 'mx1.messagingengine.com']),
    client: '192.0.2.25',
    lines: [
      `Received: from phl-compute-01.internal (phl-compute-01.internal [10.202.2.41])\r\n\t by phl-store-01.internal (Cyrus 3.13) with LMTPA;\r\n\t ${stamp}`,
      `Received: from phl-mx-03.internal ([10.202.2.202])\r\n  by phl-compute-01.internal (MEProxy); ${stamp}`,
      'Authentication-Results: mx1.messagingengine.com;\r\n    arc=none (no signatures found);\r\n    bimi=skipped (DMARC Policy is not at enforcement);\r\n    dkim=pass (2048-bit rsa key sha256) header.d=acme.example header.i=@acme.example header.b=AbCdEfGh header.a=rsa-sha256 header.s=s1 x-bits=2048;\r\n    dmarc=pass policy.published-domain-policy=reject policy.applied-disposition=none policy.evaluated-disposition=none (p=reject,d=none,d.eval=none) policy.policy-from=p header.from=acme.example;\r\n    iprev=pass smtp.remote-ip=192.0.2.25 (mail-out.acme.example);\r\n    spf=pass smtp.mailfrom=maria@acme.example smtp.helo=mail-out.acme.example',
      `Received: from mail-out.acme.example (mail-out.acme.example [192.0.2.25])\r\n\tby mx1.messagingengine.com (Postfix) with ESMTPS id 4F3; ${stamp}`,
      outside,
    ],
  },
  'Yahoo, whose inner hop names itself by address': {
    source: plain('atlas-production.v2-mail-prod1-bf1.omega.yahoo.com', ['10.0.0.0/8']),
    client: '192.0.2.25',
    lines: [
      'X-Apparently-To: support@desk.example; Mon, 2 Mar 2026 09:00:00 +0000',
      'Return-Path: <maria@acme.example>',
      'Authentication-Results: atlas-production.v2-mail-prod1-bf1.omega.yahoo.com;\r\n dkim=pass header.i=@acme.example header.s=s1;\r\n spf=pass smtp.mailfrom=acme.example;\r\n dmarc=pass(p=REJECT) header.from=acme.example;',
      `Received: from 192.0.2.25 (EHLO mail-out.acme.example)\r\n by 10.197.41.87 with SMTPs\r\n (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256);\r\n ${stamp}`,
      outside,
    ],
  },
  'iCloud, a name for each method': {
    source: {
      id: 'dmarc.icloud.com',
      also: ['dkim-verifier.icloud.com', 'spf.icloud.com'],
      border: ['.icloud.com', '.me.com', '.mac.com', '.apple.com'],
      instances: 1,
    },
    client: '192.0.2.25',
    lines: [
      `Received: from p00-icloudmta-asmtp-us-east-1a-100-percent-3 by p134-mailgateway-smtp-7d4.me.com with SMTP id a1b2; ${stamp}`,
      'Authentication-results: bimi.icloud.com; bimi=skipped reason="insufficient dmarc"',
      'Authentication-results: dmarc.icloud.com; dmarc=pass header.from=acme.example',
      'Authentication-results: dkim-verifier.icloud.com;\r\n\tdkim=pass (2048-bit key) header.d=acme.example header.i=@acme.example header.b=AbCdEfGh',
      'Authentication-results: spf.icloud.com; spf=pass (spf.icloud.com: domain of maria@acme.example designates 192.0.2.25 as permitted sender) smtp.mailfrom=maria@acme.example',
      `Received: from mail-out.acme.example (mail-out.acme.example [192.0.2.25])\r\n\tby p00-icloudmta-asmtp-us-east-1a-100-percent-3.mail.icloud.com (Postfix) with ESMTPS id 4F4; ${stamp}`,
      outside,
    ],
  },
  Zoho: {
    source: plain('mx.zohomail.com'),
    client: '192.0.2.25',
    lines: [
      'ARC-Authentication-Results: i=1; mx.zohomail.com; dkim=pass  header.i=acme.example; dmarc=pass header.from=<maria@acme.example>',
      'Authentication-Results: mx.zohomail.com;\r\n\tdkim=pass  header.i=@acme.example;\r\n\tspf=pass  (zohomail.com: domain of maria@acme.example designates 192.0.2.25 as permitted sender)  smtp.mailfrom=maria@acme.example;\r\n\tdmarc=pass(p=reject)  header.from=acme.example',
      `Received: from mail-out.acme.example (mail-out.acme.example [192.0.2.25]) by mx.zohomail.com\r\n\twith SMTPS id 1772442000000123.4; ${stamp}`,
      outside,
    ],
  },
};
