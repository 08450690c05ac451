/** Values of the built-in fields; the order is that of weight. */
export const severities = ['enhancement', 'low', 'medium', 'high', 'severe'] as const;
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export const threeSteps = ['low', 'medium', 'high'] as const;

/** Kinds of request. */
export const kinds = [
  'incident',
  'question',
  'check',
  'change-request',
  'new-functionality',
  'improvement',
  'optimisation',
  'integration',
  'custom-request',
  'release',
  'product-information',
] as const;

/** What the same values are called in es, de, fr and pt; without accents. */
const elsewhere: Readonly<Record<string, string>> = {
  enhancement: 'mejora verbesserung amelioration melhoria',
  low: 'baja bajo niedrig gering faible bas basse baixa baixo',
  medium: 'media medio mittel moyen moyenne medie',
  normal: 'normale',
  high: 'alta alto hoch haut haute eleve elevee',
  severe: 'grave critica schwer schwerwiegend critique',
  urgent: 'urgente dringend urgence',
  incident: 'incidente incidencia error storung fehler erro',
  question: 'pregunta consulta frage pergunta',
  check: 'comprobacion prufung verification verificacao',
  'change-request': 'solicitud-de-cambio cambio anderung changement demande-de-changement mudanca',
  'new-functionality': 'nueva-funcionalidad neue-funktion nouvelle-fonctionnalite nova-funcionalidade',
  improvement: 'mejora verbesserung amelioration melhoria',
  optimisation: 'optimization optimizacion optimierung otimizacao',
  integration: 'integracion integracao',
  'custom-request': 'peticion-a-medida sonderwunsch demande-speciale pedido-especial',
  release: 'version entrega freigabe livraison lancamento',
  new: 'nuevo nueva neu nouveau nouvelle novo nova',
  old: 'antiguo antigua alt ancien ancienne antigo antiga',
  rule: 'regla regel regle regra',
  'product-information': 'informacion-de-producto produktinformation information-produit informacao-de-produto',
};

/** All names of a value, its own first. */
export const namesOfValue = (value: string): string[] => [value.toLowerCase(), ...(elsewhere[value]?.split(' ') ?? [])];

/** What `set` calls the built-in fields, beside the names of the commands that set them. */
export const aliases: Readonly<Record<string, string>> = {
  title: 'subject',
  assignee: 'assign',
  team: 'assign',
  requester: 'contact',
  kind: 'type',
  tags: 'tag',
};

/** Commands that set a field: `set severity high` is `severity high`. */
export const fieldCommands = [
  'severity',
  'priority',
  'complexity',
  'impact',
  'type',
  'level',
  'subject',
  'tag',
  'assign',
  'contact',
  'customer',
] as const;

/** Names that no field of the configuration may take; the ticket's own values among them. */
export const fieldNames: readonly string[] = [
  ...fieldCommands,
  ...Object.keys(aliases),
  ...['state', 'status', 'stage', 'number', 'workflow', 'language', 'channel', 'mailbox', 'opened', 'updated', 'closed'],
];
