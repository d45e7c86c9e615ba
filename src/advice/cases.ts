import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import type { Activity } from '../knowledge/vocabulary.ts';
import type { Subject } from './answer.ts';
import { type Assessment, assessLicence, assessRelease } from './assess.ts';
import { withBrokenDuties } from './broken-duties.ts';
import { fieldGround } from './fields-of-use.ts';
import { groupsOf, nameOfGroup, subjectOf } from './groups.ts';
import type { Inquiry } from './inquiry.ts';
import type { Case } from './split-verdict.ts';

/** What the licences say on the activity, and on this plan of it. */
const forThisCase = (assessment: Assessment, inquiry: Inquiry): Assessment =>
  withBrokenDuties(fieldGround(assessment, inquiry.fields), inquiry);

/** @returns what is assessed apart for one mention: each group of releases that the same licences bind, or each licence */
export const casesOf = (catalogue: Catalogue, mention: Mention, activities: Activity[], inquiry: Inquiry): Case[] => {
  switch (mention.kind) {
    case 'models':
      return groupsOf(catalogue, mention).map((group) => ({
        mention,
        group,
        licence: null,
        label: group.releases.length === mention.releases.length ? mention.label : nameOfGroup(catalogue, group),
        assessments: activities.map((activity) =>
          forThisCase(assessRelease(catalogue, group.lead, activity, inquiry.facts), inquiry),
        ),
      }));
    case 'licence':
      return inquiry.subjects.some((other) => other.kind === 'models')
        ? []
        : mention.licences.map((licence) => ({
            mention,
            group: null,
            licence,
            label: licence.name,
            assessments: activities.map((activity) =>
              forThisCase(assessLicence(catalogue, licence, activity, inquiry.facts), inquiry),
            ),
          }));
    case 'unknown':
      return [];
    default:
      return mention satisfies never;
  }
};

/** @returns the subjects of the answer, in the order of the question */
export const subjectsOf = (catalogue: Catalogue, mentions: Mention[], cases: Case[]): Subject[] =>
  mentions.flatMap((mention): Subject[] => {
    if (mention.kind === 'unknown')
      return [{ written: mention.written, name: mention.written, release: null, licence: null, category: null }];
    if (mention.kind === 'licence')
      return mention.licences.map((licence) => ({
        written: mention.written,
        name: licence.name,
        release: null,
        licence: licence.id,
        category: null,
      }));
    const own = cases.filter((item) => item.mention === mention);
    return own.map((item) => subjectOf(catalogue, mention, item.group!, own.length === 1));
  });
