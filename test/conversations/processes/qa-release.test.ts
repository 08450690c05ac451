import { expect, test } from 'vitest';
import { type Conversation, sharedDesk } from '../../support/beside.ts';
import { processDesk } from '../../support/process-desk.ts';

const bag = 'contracts: [{ number: AMC-1, kind: amc, starts: 2026-01-01, ends: 2026-12-31, covers: [incident], hours: 40 }]';
const { plays, notTaken } = sharedDesk(() =>
  processDesk('qa-release', { language: 'es', firms: { initech: bag, hooli: '', wonka: '' } }),
);

async function received({ jane, maria }: Conversation, subject: string): Promise<void> {
  await jane.writes(subject, 'Desde el lunes el informe mensual no trae ninguna fila.');
  await jane.receives(/Hemos recibido su requerimiento/);
  await maria.receives(/Marca los antecedentes y `iniciar`/);
}

/** Sent in by Jane, its background complete, in analysis at Emil’s hands. */
async function analysed(own: Conversation, subject: string): Promise<void> {
  const { jane, maria, emil } = own;
  await received(own, subject);
  await maria.replies('!tildar all; iniciar');
  await maria.receives(/los 4 marcados/);
  await jane.receives(/Empezó el análisis/);
  await maria.replies('!asignar emil');
  await maria.receives();
  await emil.receives(/te ha asignado/);
}

/** Found viable by Emil; Gus is asked to approve the hours. */
async function estimated(own: Conversation, valid = '2026-04-01'): Promise<void> {
  const { gus, maria, emil } = own;
  await emil.replies('!factible');
  await emil.receives(/Viable: sí/);
  await maria.replies(`!presupuesto 8h valid ${valid} eta 2026-03-20\n8h Corregir el informe @ 60 EUR`);
  await maria.receives(/Horas por aprobar/);
  await gus.receives(/Presupuesto HD-\d+-Q1/);
}

async function approved(own: Conversation): Promise<void> {
  await own.gus.taps('Aprobar');
  await own.emil.receives(/Horas aprobadas/);
  await own.jane.receives(/Empezó el desarrollo/);
}

/** In development, at Emil’s hands. */
async function developing(own: Conversation, subject: string): Promise<void> {
  await analysed(own, subject);
  await estimated(own);
  await approved(own);
}

async function inQa({ gus, emil }: Conversation, what: string): Promise<void> {
  await emil.replies(`!pruebas\nQué probar: ${what}\nDónde probarlo: https://qa.globex.example`);
  await emil.receives(/En QA/);
  const asked = await gus.receives(/Disponible para sus pruebas/);
  expect(asked.text).toContain(what);
}

async function validated({ jane, gus, emil }: Conversation): Promise<void> {
  await gus.taps('Funciona');
  await emil.receives(/Validado en QA/);
  await jane.receives(/Lo siguiente es producción/);
}

async function released({ gus, emil }: Conversation, version: string): Promise<void> {
  await emil.replies(`!pase\nVersión: ${version}\nSolución: El informe toma otra vez las filas del mes.`);
  await emil.receives(/En PRD/);
  await gus.receives(/Ya está en PRD/);
}

test.concurrent(
  'de principio a fin en español: horas aprobadas, QA rechazado y validado, PRD rechazado, revertido y validado, cierre',
  plays(async (own) => {
    const { jane, gus, emil, lena, becomes } = own;
    await developing(own, 'El informe mensual sale vacío');
    await inQa(own, 'el informe de febrero');
    await gus.taps('No', 'Falta el total.');
    await emil.receives(/Rechazado en QA[\s\S]*Falta el total/);
    await jane.receives(/Vuelve a desarrollo/);
    await inQa(own, 'el informe de febrero, con total');
    await validated(own);
    await released(own, '4.2.1');
    await gus.taps('No', 'En producción sigue vacío.');
    await emil.receives(/Rechazado en PRD/);
    await lena.receives(/Rechazado en PRD/);
    await jane.receives(/Nos ocupamos/);
    await emil.replies('!pruebas\nQué probar: todo\nDónde probarlo: en QA');
    await emil.receives(/nada/);
    await emil.replies('!revertir\nReversión: se volvió a la versión 4.2.0');
    await emil.receives(/Reversión: se volvió/);
    await jane.receives(/se volvió a la versión 4\.2\.0/);
    await lena.receives(/La reversión está anotada/);
    await inQa(own, 'el informe, también en producción');
    await validated(own);
    await released(own, '4.2.2');
    await gus.taps('Funciona');
    await emil.receives(/Validado en PRD/);
    await jane.receives(/¿Podemos cerrarlo\?/);
    await jane.taps('Sí');
    await jane.receives(/acta de cierre/);
    await becomes({ state: 'closed', fields: { version: '4.2.2' } });
  }),
);

test.concurrent(
  'una sola respuesta valida en PRD y confirma el cierre: solo lo cierra quien lo dice con esas palabras',
  plays(async (own) => {
    const { gus, maria, emil, becomes } = own;
    await gus.writes('El informe de Gus', 'Desde el lunes el informe mensual no trae ninguna fila.');
    await gus.receives(/Hemos recibido su requerimiento/);
    await maria.receives();
    await maria.replies('!tildar all; iniciar; asignar emil');
    await maria.receives(/los 4 marcados/);
    await gus.receives(/Empezó el análisis/);
    await emil.receives();
    await estimated(own);
    await gus.taps('Aprobar');
    await gus.receives(/Empezó el desarrollo/);
    await emil.receives(/Horas aprobadas/);
    await inQa(own, 'el informe');
    await gus.taps('Funciona');
    await gus.receives(/Lo siguiente es producción/);
    await emil.receives(/Validado en QA/);
    await released(own, '4.3');
    await gus.taps('Funciona', 'cerrar');
    await gus.receives(/acta de cierre/);
    await becomes({ state: 'closed' });
  }, 'hooli'),
);

test.concurrent(
  'faltan antecedentes: se piden, se recuerda, se avisa al líder, llegan; también durante el análisis',
  plays(async (own) => {
    const { jane, maria, emil, lena, passes, becomes } = own;
    await received(own, 'Un informe sin datos');
    await maria.replies('!iniciar');
    await maria.receives(/antecedentes|background/i);
    await maria.replies('!tomar; preguntar\n\n¿En qué ambiente ocurre?');
    await maria.receives(/Antecedentes|antecedentes/);
    await jane.receives(/¿En qué ambiente ocurre\?/);
    await passes('12d');
    await jane.receives();
    await jane.receives();
    await lena.receives(/Los antecedentes no llegan/);
    await jane.replies('En producción.');
    await maria.receives(/Llegaron los antecedentes/);
    await maria.replies('!tildar all; iniciar');
    await maria.receives(/los 4 marcados/);
    await jane.receives(/Empezó el análisis/);
    await maria.replies('!asignar emil');
    await emil.receives(/te ha asignado/);
    await emil.replies('!preguntar\n\n¿Y en QA?');
    await emil.receives();
    await jane.receives(/¿Y en QA\?/);
    await jane.replies('También.');
    await emil.receives(/Llegaron los antecedentes/);
    await becomes({ state: 'analysis' });
  }, 'wonka'),
);

test.concurrent(
  'no viable: se pide el cierre, el cliente lo discute y vuelve a análisis; horas rechazadas, no lo quieren, cierre',
  plays(async (own) => {
    const { jane, gus, maria, emil, becomes } = own;
    await analysed(own, 'Un informe imposible');
    await emil.replies('!no-viable\nMotivo: el sistema de origen ya no existe.');
    await emil.receives(/No viable/);
    const told = await jane.receives(/Solo se imputan las horas de análisis/);
    expect(told.text).toContain('el sistema de origen ya no existe');
    await jane.taps('No', 'El sistema sigue en marcha hasta junio.');
    await emil.receives(/El cliente lo ve de otra manera/);
    await jane.receives(/Lo volvemos a mirar/);
    await estimated(own);
    await gus.taps('Rechazar', 'Es demasiado.');
    await emil.receives(/Horas rechazadas/);
    await jane.receives(/Estas horas no se gastan/);
    await maria.replies('!no-procede\nMotivo: las horas son demasiadas.');
    await maria.receives(/Cierre/);
    await jane.receives(/Lo dejamos como está/);
    await jane.taps('Sí');
    await jane.receives(/acta de cierre/);
    await becomes({ state: 'closed' });
  }, 'hooli'),
);

test.concurrent(
  'una consulta: la respuesta pide el cierre; falta algo, se responde otra vez; solo el sí la cierra',
  plays(async (own) => {
    const { jane, maria, passes, lena, becomes } = own;
    await received(own, '¿Qué significa esta columna?');
    await maria.replies('!tomar; tipo question; respuesta\n\nEs la suma del mes.');
    await maria.receives(/Cierre/);
    await jane.receives(/Es la suma del mes\./);
    await jane.taps('No', '¿Con impuestos?');
    await maria.receives(/Todavía no se cierra/);
    await jane.receives(/Sigue abierto/);
    await maria.replies('!respuesta\n\nCon impuestos.');
    await maria.receives(/Cierre/);
    await jane.receives(/Con impuestos\./);
    await passes('20d');
    for (let reminders = 0; reminders < 3; reminders++) await jane.receives(/¿Podemos cerrarlo\?/);
    await lena.receives(/Nadie responde si se puede cerrar/);
    await becomes({ state: 'closing', closed: null });
    await jane.taps('Sí');
    await jane.receives(/acta de cierre/);
  }, 'wonka'),
);

test.concurrent(
  'donde el contrato lo permite, el silencio cierra; nunca sin recordarlo',
  plays(async (own) => {
    const { jane, maria, lena, passes, becomes } = own;
    await received(own, 'Una revisión');
    await lena.writes(`[HD-${own.number()}] [estado]`, '');
    await lena.receives();
    await lena.replies('!fijar silence agreed');
    await lena.receives();
    await maria.replies('!tomar; tipo check; respuesta\n\nTodo está como debe.');
    await maria.receives(/Cierre/);
    await jane.receives(/Todo está como debe\./);
    await passes('20d');
    for (let reminders = 0; reminders < 3; reminders++) await jane.receives(/¿Podemos cerrarlo\?/);
    await jane.receives(/acta de cierre/);
    await becomes({ state: 'closed' });
  }, 'wonka'),
);

test.concurrent(
  'la estimación vence sin respuesta; lo pequeño sale de la bolsa de horas sin preguntar, si lo decide el líder',
  plays(async (own) => {
    const { jane, gus, emil, lena, passes, becomes } = own;
    await analysed(own, 'Un cambio pequeño');
    await estimated(own, '2026-03-04');
    await passes('4d');
    await emil.receives(/La estimación venció sin respuesta/);
    await jane.receives(/Nuestra estimación venció/);
    await lena.writes(`[HD-${own.number()}] [estado]`, '');
    await lena.receives();
    await lena.replies('!bolsa\nFecha prevista: 2026-03-20');
    await lena.receives(/En desarrollo/);
    await jane.receives(/cabe en su bolsa de horas/);
    await becomes({ state: 'development' });
    gus.hasNothingUnread();
  }, 'initech'),
);

test.concurrent(
  'las horas se acaban: aviso al 80 y al 100 %, se piden más, se rechazan, y lo aprobado sigue; una nueva fecha con su motivo',
  plays(async (own) => {
    const { jane, gus, maria, emil, lena, becomes } = own;
    await developing(own, 'Un informe largo');
    await emil.replies('!tiempo 6h30 development');
    await emil.receives(/Se están acabando las horas|6h30|\+6h30m/);
    await emil.replies('!tiempo 1h30 development');
    await emil.receives(/1h30/);
    await lena.receives(/Se acabaron las horas aprobadas/);
    await maria.replies('!presupuesto 4h valid 2026-04-01\n4h Los totales @ 60 EUR');
    await maria.receives(/Horas por aprobar/);
    await gus.receives(/HD-\d+-Q2/);
    await gus.taps('Rechazar', 'Sin totales, entonces.');
    await emil.receives(/Horas rechazadas/);
    await jane.receives(/Estas horas no se gastan/);
    await becomes({ state: 'development' });
    await emil.replies('!plazo 2026-03-27\nMotivo: los totales quedan fuera.');
    await emil.receives(/27/);
    await jane.receives(/Nueva fecha[\s\S]*los totales quedan fuera/);
  }, 'initech'),
);

test.concurrent(
  'la tercera vez que se rechaza lo sabe el líder; nadie valida; se acuerda la ventana; el pase espera',
  plays(async (own) => {
    const { jane, gus, emil, lena, passes, becomes } = own;
    await developing(own, 'Un informe difícil');
    for (const what of ['el primero', 'el segundo', 'el tercero']) {
      await inQa(own, what);
      await gus.taps('No', 'Sigue mal.');
      await emil.receives(/Rechazado en QA/);
      await jane.receives(/Vuelve a desarrollo/);
    }
    await lena.receives(/Rechazado por tercera vez/);
    await inQa(own, 'el cuarto');
    await emil.replies('!ventana\nVentana de pase: el viernes a las 20:00');
    await emil.receives();
    await jane.receives(/¿Cuándo puede pasar a producción\?/);
    await jane.taps('Rechazar', 'El sábado, mejor.');
    await emil.receives(/La ventana no les viene bien/);
    await passes('16d');
    for (let reminders = 0; reminders < 3; reminders++) await gus.receives(/Disponible para sus pruebas/);
    await lena.receives(/Nadie valida/);
    await gus.taps('Funciona');
    await emil.receives(/Validado en QA/);
    await jane.receives(/Lo siguiente es producción/);
    await emil.replies('!pase\nVersión: 5.0\nSolución: Los totales.');
    await emil.receives(/nada/);
    await emil.replies('!ventana\nVentana de pase: el sábado a las 20:00');
    await emil.receives();
    await jane.receives(/el sábado a las 20:00/);
    await passes('8d');
    await jane.receives();
    await jane.receives();
    await lena.receives(/Nadie responde sobre la ventana/);
    await emil.receives(/El pase espera/);
    await jane.taps('Aceptar');
    await emil.receives(/La ventana les viene bien/);
    await released(own, '5.0');
    await passes('20d');
    for (let reminders = 0; reminders < 3; reminders++) await gus.receives(/Ya está en PRD/);
    await lena.receives(/Nadie valida/);
    await gus.taps('Funciona');
    await emil.receives(/Validado en PRD/);
    await jane.receives(/¿Podemos cerrarlo\?/);
    await jane.taps('No', 'Falta el manual.');
    await jane.receives(/Sigue abierto/);
    await becomes({ state: 'development' });
  }, 'hooli'),
);

test('every step of qa-release is taken by one of these conversations', async () => {
  expect(await notTaken()).toEqual([]);
});

test('a customer who writes Spanish to an English desk gets Spanish', async () => {
  await using world = await processDesk('qa-release', { files: { 'customers.yaml': 'customers: []\n' } });
  const { stranger, maria } = world;
  await stranger.writes(
    'El informe sale vacío',
    'Buenos días. Desde el lunes el informe mensual no trae ninguna fila. Muchas gracias por su ayuda.',
  );
  await stranger.receives('', /requerimiento|mensaje/);
  await maria.receives('[HD-1001]', /Tick off the background/);
});
