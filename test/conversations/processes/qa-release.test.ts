import { expect, test } from 'vitest';
import { type ProcessDesk, processDesk } from '../../support/process-desk.ts';
import { taps } from '../../support/tap.ts';

const inSpanish = () => processDesk('qa-release', { language: 'es' });

/** HD-1001: sent in by Jane, its background complete, in analysis at Emil’s hands. */
async function analysed({ jane, maria, emil, desk }: ProcessDesk): Promise<void> {
  await jane.writes('El informe mensual sale vacío', 'Desde el lunes el informe mensual no trae ninguna fila.');
  await jane.receives('[HD-1001]', /Hemos recibido su requerimiento/);
  await maria.receives('[HD-1001]', /Marca los antecedentes y `iniciar`/);
  await maria.replies('!tildar all; iniciar');
  await maria.receives('[HD-1001]', /los 4 marcados/);
  await jane.receives('[HD-1001]', /Empezó el análisis/);
  await maria.replies('!asignar emil');
  await maria.receives('[HD-1001]');
  await emil.receives('[HD-1001]', /te ha asignado/);
  await desk.settles();
}

test('de principio a fin en español: horas aprobadas, QA rechazado y validado, PRD, cierre', async () => {
  await using world = await inSpanish();
  const { jane, gus, maria, emil, desk } = world;
  await analysed(world);
  await emil.replies('!factible');
  await emil.receives('[HD-1001]', /En análisis/);
  await maria.replies(
    '!presupuesto 8h valid 2026-04-01 eta 2026-03-20\n8h Corregir el informe @ 60 EUR\n\nEsto es lo que haríamos.',
  );
  await maria.receives('[HD-1001]', /Horas por aprobar/);
  const hours = await gus.receives('[HD-1001]', /Presupuesto HD-1001-Q1/);
  await taps(gus, hours, 'Aprobar');
  await emil.receives('[HD-1001]', /Horas aprobadas/);
  await jane.receives('[HD-1001]', /Empezó el desarrollo/);
  await desk.settles();
  await emil.replies('!pruebas\nQué probar: el informe de febrero\nDónde probarlo: https://qa.globex.example');
  await emil.receives('[HD-1001]', /En QA/);
  const first = await gus.receives('[HD-1001]', /Disponible para sus pruebas/);
  expect(first.text).toContain('el informe de febrero');
  await taps(gus, first, 'No', 'Falta el total.');
  await emil.receives('[HD-1001]', /Rechazado en QA/);
  await desk.settles();
  await emil.replies('!pruebas\nQué probar: el informe de febrero, con total\nDónde probarlo: https://qa.globex.example');
  await emil.receives('[HD-1001]', /En QA/);
  await taps(gus, await gus.receives('[HD-1001]', /con total/), 'Funciona');
  await emil.receives('[HD-1001]', /Validado en QA/);
  await desk.settles();
  await emil.replies('!pase\nVersión: 4.2.1\nSolución: El informe toma otra vez las filas del mes.');
  await emil.receives('[HD-1001]', /En PRD/);
  await taps(gus, await gus.receives('[HD-1001]', /Ya está en PRD: 4\.2\.1/), 'Funciona');
  const closing = await jane.receives('[HD-1001]', /¿Podemos cerrarlo\?/);
  await taps(jane, closing, 'Sí');
  await jane.receives('[HD-1001]', /acta de cierre/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed', fields: { version: '4.2.1' } });
});

test('no viable: se pide el cierre, el cliente lo discute y vuelve a análisis', async () => {
  await using world = await inSpanish();
  const { jane, emil, desk } = world;
  await analysed(world);
  await emil.replies('!no-viable\nMotivo: el sistema de origen ya no existe.');
  await emil.receives('[HD-1001]', /No viable/);
  const told = await jane.receives('[HD-1001]', /Solo se imputan las horas de análisis/);
  expect(told.text).toContain('el sistema de origen ya no existe');
  await taps(jane, told, 'No', 'El sistema sigue en marcha hasta junio.');
  await emil.receives('[HD-1001]', /El cliente lo ve de otra manera/);
  await jane.receives('[HD-1001]', /Lo volvemos a mirar/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'analysis' });
});

test('nadie responde si se puede cerrar: se recuerda, se avisa al líder, y nada se cierra', async () => {
  await using world = await inSpanish();
  const { jane, emil, lena, desk } = world;
  await analysed(world);
  await emil.replies('!no-viable\nMotivo: el sistema de origen ya no existe.');
  await jane.receives('[HD-1001]', /¿Podemos cerrarlo|No es viable/);
  await desk.settles();
  for (const days of ['5d', '5d', '5d', '5d', '5d', '5d']) {
    desk.passes(days);
    await desk.settles();
  }
  await lena.receives('[HD-1001]', /Nadie responde si se puede cerrar/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'not-viable', closed: null });
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
