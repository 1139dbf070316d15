import { type DocumentNode, GraphQLError, type GraphQLSchema, specifiedRules, validate } from 'graphql';
import type { Limits } from './limits.js';
import { GateRefusal } from './refusal.js';
import { aliasRule } from './rules/alias-rule.js';
import { depthRule } from './rules/depth-rule.js';
import { directiveRule } from './rules/directive-rule.js';
import { fieldRule } from './rules/field-rule.js';

/** Errors of one document that are told at once. */
const MOST_ERRORS = 20;

/**
 * Holds a document against the limits, then against the rules of GraphQL, whose time grows with the square of some of what the limits bound.
 * Throws GateRefusal with all that is wrong.
 */
export function validateDocument(schema: GraphQLSchema, document: DocumentNode, limits: Limits): void {
  const own = [
    depthRule(limits.depth),
    fieldRule(limits.fields),
    aliasRule(limits.aliases),
    directiveRule(limits.directives),
  ];
  for (const rules of [own, specifiedRules]) {
    const errors = validate(schema, document, rules, { maxErrors: MOST_ERRORS });
    if (errors.length > 0) throw new GateRefusal(errors.map(coded));
  }
}

function coded(error: GraphQLError): GraphQLError {
  if (error.extensions['code'] !== undefined) return error;
  const { message, nodes = null } = error;
  const http = { status: 400, spec: true };
  return new GraphQLError(message, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http } });
}
