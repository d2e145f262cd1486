import { type InventoryField, inventoryFields } from '../inventory-field.ts'
import { headingWords } from './heading-words.ts'

/**
 * Headings that stand for each field, the surest first. Behind the bar are words that often mean something
 * else, so that a column with a surer heading goes first.
 */
const written: { readonly [Field in InventoryField]: string } = {
  agency:
    'agency, agency name, department, department or division, department name, owning agency, organization, organisation, organization name, responsible agency, owner agency, data owner agency, owning department, lead agency | acronym, entity, publisher, publisher name, dept, ministry, jurisdiction, institution, company, agency acronym',
  unit: 'division, bureau, program, program name, business unit, office, section, branch, user bureau, program office, program area, division name, bureau name, sub agency, unit program, organizational unit, organisational unit, work unit | unit, team, group, business area, program code',
  'inventory-number':
    'id, inventory id, dataset id, identifier, dataset identifier, inventory number, record id, asset id, unique id, unique identifier, reference number, item number, number, inventory no, item no, ref number, reference no, record number, row number, row no, line number, line no, sequence number | no, row id, ref, item, master id, code, serial number, object id, index, s no, sl no, sr no, seq, sequence',
  title:
    'dataset name, dataset title, dataset, title, name of dataset, name of data, database name, dataset concept name, data name title, data asset, data asset name, data asset title, asset name, asset title, data name, data title, information asset, title of dataset, name of data asset, dataset or report name, high value dataset, high value data, high value data asset, high value dataset name, high value data name, high value dataset title, data product, data resource, proposed dataset, dataset system name, data element name | report, name, report name, record title, inventory item, resource name, resource title, application name, title name, data collection, data held, file name, filename, data type, type of data',
  description:
    'description, dataset description, data description, summary, dataset summary, abstract, description of data, description of dataset, brief description, short description, application description, what is in it, what it contains, what it holds, what is it, narrative, describe dataset, describe data, information contained, information collected | purpose, definition, content, detail, overview, about, database content, explanation, data element',
  'source-system':
    'source system, system, system name, data source, source of data, database, application, related it system, information system, originating system, source application, name of system, system where data is stored, storage system, application name, hosting system | source, platform, software, storage location, database system, where stored, system record, repository, kept, held',
  category:
    'category, theme, topic, portal topic, data category, dataset category, subject, subject area, super theme, thematic area, focus area | keyword, domain, tag, subject matter, topic area, type of data',
  classification:
    'data classification, classification, access level, dataset classification, dataset classification name, security classification, sensitivity, permission level, public protected, public access, contains pii, contains phi, contain pii, confidential, confidentiality, sensitivity level, data sensitivity, data sensitivity privacy, classification level, public private, contains personal information, personal information, personally identifiable information, contains sensitive data, contains sensitive information, sensitive data, sensitive information, contains confidential information, contains confidential data, confidential information, confidential data, protection level, level protection, hipaa, ferpa, security level | privacy, access, restricted, restriction, access right, pii, phi, access control, protected, personal data, sensitive',
  'legal-basis':
    'statute, legal restriction, citation, foi exemption, foia exemption, access level comment, legal basis, legal basis for restriction, legal authority, statutory authority, reason for restriction, classification reason, dataset classification reason, legal citation, restriction reason, law or regulation, applicable law, federal state law, state federal law, governing law, reason not public, why restricted, why protected, why not public | exemption, restriction, right, law, regulation, reason, governing statute, compliance, authority, justification',
  format:
    'format, file format, storage format, data format, file type, media type, distribution format, available format, format of data | type of file, medium, storage medium, method of access, current format, media',
  'update-frequency':
    'update frequency, frequency, accrual periodicity, collection frequency, posting frequency, frequency of update, update interval, refresh frequency, update cycle, update schedule, publishing frequency, refresh rate, data update frequency, how often, how often updated, how often refreshed, how often collected, freq, frequency of collection, updated how often, update, how frequently, update timeline | periodicity, refresh, interval, updated, updated at, reporting frequency, temporal resolution, publication frequency, timing',
  coverage:
    'temporal coverage, coverage, year available, date range, geographic unit, geographic level, spatial, temporal, spatial coverage, geographic coverage, time period, period covered, data coverage, years covered, geography, time span, geographic scope, years of data, start year, available year, earliest year, first year, level of detail | period, year, historical data, history available, earliest date of record, date from, granularity, geographic extent, time frame',
  published:
    'published, open data, publicly available, publishing status, publication status, published on portal, on portal, on open data portal, public dataset, publicly available online, available online, available to public, open dataset, opendata portal, open data portal, published online, is published, is public, published status, already public, already published, status of publication, data ct gov | available, portal, public, posted, online, status, exist, publicly accessible',
  url: 'url, link, dataset link, source link, access url, landing page, download url, web address, website, dataset url, web link, portal link, portal url, page url, data url, link to data, link to dataset, source url, open data link, found online, online link, published location, link to report, link to portal, link to open data, link to page | hyperlink, location, uri, homepage, web page, zip url, location of data, where published, ftp directory location, web site address, online location, if yes link, yes link',
  owner:
    'data owner, owner, data steward, steward, dataset owner, business owner, data custodian, custodian, responsible party, responsible person, data owner name, steward name, owner name, data manager, owned, own, owns data, maintained, managed, kept, keep, owned by | maintainer, contact name, program manager, contact person, contact point fn, fn, responsible, author, manager, data lead, program lead, subject matter expert, sme, staff lead, point person, project lead',
  contact:
    'contact, contact email, email, contact point, point of contact, primary point of contact, email address, contact point has email, contact information, contact detail, contact info, primary contact, contact name, contact person, contact name and email, data contact, poc | mbox, phone, publisher mbox, telephone, has email, contact phone, hasmail',
  demand:
    'frequently requested, demand, foi request, public interest, number of request, requested, foia request, request frequency, public demand, often requested, request count, request per year, annual request, level of interest, request volume, frequency of request | interest, value, usage, request, priority, department priority, high value, priority level, public value',
  'shared-with':
    'shared with, data sharing agreement, mou, data sharing, shared, sharing agreement, external sharing, sharing, data shared with, who is it shared with, shared externally, shared with other agency, shared outside agency | recipient, data recipient, third party, key stakeholder, data user, user, partner, vendor data processor name',
  'planned-date':
    'planned release date, target date, release date, planned date, proposed publishing year quarter, target publication, target release date, proposed release date, planned publication date, planned publication, target publication date, planned release, expected release date, estimated release date, anticipated release date, anticipated release, expected release, estimated release, proposed publication date, target release, anticipated publication, anticipated publication date, estimated publish date, estimated publication, estimated publication date, expected publication, expected publication date, proposed publishing year, planned publish date, target publish date, when will published, publication timeline | due date, expected date, timeline, go live date, estimated date, publish by',
  notes:
    'note, comment, status note, agency comment, remark, additional note, additional comment, other comment, general note, notes and comment, known issue, issue | additional information, other information, observation, caveat',
}

export interface Synonym {
  readonly field: InventoryField
  readonly words: readonly string[]
  /** How sure a heading of exactly these words is, 0 to 1. */
  readonly weight: number
}

function readList(field: InventoryField): readonly Synonym[] {
  const [sure = '', unsure = ''] = written[field].split('|')
  return [
    ...sure.split(',').map((phrase) => ({ field, words: headingWords(phrase), weight: 1 })),
    ...unsure.split(',').map((phrase) => ({ field, words: headingWords(phrase), weight: 0.72 })),
  ].filter((synonym) => synonym.words.length > 0)
}

/** Headings are compared word by word, so each word leads to the synonyms that begin with it. */
export const synonymsByFirstWord: ReadonlyMap<string, readonly Synonym[]> = byFirstWord()

function byFirstWord(): ReadonlyMap<string, readonly Synonym[]> {
  const lists = new Map<string, Synonym[]>()
  for (const synonym of inventoryFields.flatMap(readList)) {
    const first = synonym.words[0] ?? ''
    const list = lists.get(first) ?? []
    lists.set(first, list)
    list.push(synonym)
  }
  return lists
}

/** Words too common to say anything when they are only a part of a heading. */
export const emptyWords: ReadonlySet<string> = new Set(
  'name number id no public value user access source location item code type data update year right office unit group available portal online status reason request content system period about updated shared law section name index detail ref interest law exist link dataset asset'.split(
    ' ',
  ),
)

/** What a heading may carry in front without changing its meaning: `dataset_publisher_name`, `Data Owner`. */
export const prefixWords: ReadonlySet<string> = new Set(
  'dataset data asset inventory catalog resource distribution the'.split(' '),
)
