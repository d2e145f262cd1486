import { type InventoryField, inventoryFields } from '../inventory-field.ts'
import { headingWords } from './heading-words.ts'

/**
 * Headings that stand for each field, the surest first. Behind the bar are words that often mean something
 * else, so that a column with a surer heading goes first.
 */
const written: { readonly [Field in InventoryField]: string } = {
  agency:
    'agency, agency name, department, department or division, agency acronym, department name, owning agency, organization, organisation, organization name, responsible agency | acronym, entity, publisher, publisher name, dept, ministry, jurisdiction, institution, company',
  unit: 'division, bureau, program, program name, business unit, office, section, branch, user bureau, program office, program area, division name, bureau name, sub agency, unit program | unit, team, group, business area, program code',
  'inventory-number':
    'id, inventory id, dataset id, identifier, dataset identifier, inventory number, record id, asset id, unique id, unique identifier, reference number, item number, number, inventory no, item no | no, row id, ref, item, master id, code, serial number, object id, index',
  title:
    'dataset name, dataset title, dataset, title, name of dataset, name of data, database name, dataset concept name, data name title, data asset, data asset name, data asset title, asset name, asset title, data name, data title, information asset, title of dataset, name of data asset, dataset or report name | name, report name, record title, inventory item, resource name, resource title, data element, application name, title name, data collection, data held, file name, filename, data type, type of data',
  description:
    'description, dataset description, data description, summary, dataset summary, abstract, description of data, description of dataset, brief description, short description, application description, what is in it, what it contains, what it holds, what is it | purpose, definition, content, detail, overview, about, database content, explanation',
  'source-system':
    'source system, system, system name, data source, source of data, database, application, related it system, information system, originating system, source application, name of system, system where data is stored, storage system, application name | source, platform, software, storage location, database system, where stored',
  category:
    'category, theme, topic, portal topic, data category, dataset category, subject, subject area, super theme | keyword, domain, tag, subject matter, topic area, type of data',
  classification:
    'data classification, classification, access level, dataset classification, dataset classification name, security classification, sensitivity, permission level, public protected, public access, contains pii, contains phi, contain pii, confidential, confidentiality, sensitivity level, data sensitivity, data sensitivity privacy, classification level, public private | privacy, access, restricted, restriction, access right, pii, phi, access control, protected, personal data',
  'legal-basis':
    'statute, legal restriction, citation, foi exemption, foia exemption, access level comment, legal basis, legal basis for restriction, legal authority, statutory authority, reason for restriction, classification reason, dataset classification reason, legal citation, restriction reason, law or regulation, applicable law | exemption, right, law, regulation, reason, governing statute, compliance',
  format:
    'format, file format, storage format, data format, file type, media type, distribution format, available format, format of data | type of file, medium, storage medium, method of access, current format',
  'update-frequency':
    'update frequency, frequency, accrual periodicity, collection frequency, posting frequency, frequency of update, update interval, refresh frequency, update cycle, update schedule, publishing frequency, refresh rate, data update frequency, how often updated, frequency of collection, updated how often, update | periodicity, refresh, interval, updated, updated at, reporting frequency, temporal resolution, publication frequency',
  coverage:
    'temporal coverage, coverage, year available, date range, geographic unit, geographic level, spatial, temporal, spatial coverage, geographic coverage, time period, period covered, data coverage, years covered, geography, time span, geographic scope | period, year, historical data, history available, earliest date of record, date from, granularity, geographic extent, time frame',
  published:
    'published, open data, publicly available, publishing status, publication status, published on portal, on portal, on open data portal, public dataset, publicly available online, available online, available to public, open dataset, opendata portal, open data portal, published online, is published, is public, published status | available, portal, public, posted, online, status, exist, publicly accessible',
  url: 'url, link, dataset link, source link, access url, landing page, download url, web address, website, dataset url, web link, portal link, portal url, page url, data url, link to data, link to dataset, source url, open data link | hyperlink, location, uri, homepage, web page, zip url, location of data, where published, ftp directory location, web site address, online location',
  owner:
    'data owner, owner, data steward, steward, dataset owner, business owner, data custodian, custodian, responsible party, responsible person, data owner name, steward name, owner name, data manager | maintainer, contact name, program manager, contact person, contact point fn, fn, responsible, author, manager',
  contact:
    'contact, contact email, email, contact point, point of contact, primary point of contact, email address, contact point has email, contact information, contact detail, contact info, primary contact, contact name, contact person, contact name and email, data contact | mbox, phone, publisher mbox, telephone, has email, contact phone, hasmail',
  demand:
    'frequently requested, demand, foi request, public interest, number of request, requested, foia request, request frequency, public demand, often requested, request count, request per year, annual request, level of interest | interest, value, usage, request, priority, department priority, high value, priority level, public value',
  'shared-with':
    'shared with, data sharing agreement, mou, data sharing, shared, sharing agreement, external sharing, sharing, data shared with, who is it shared with, shared externally | recipient, data recipient, third party, key stakeholder, data user, user, partner, vendor data processor name',
  'planned-date':
    'planned release date, target date, release date, planned date, proposed publishing year quarter, target publication, target release date, proposed release date, planned publication date, planned publication, target publication date, planned release, expected release date, estimated release date, anticipated release date, anticipated release, expected release, estimated release, proposed publication date | due date, expected date, timeline, go live date, estimated date, publish by',
  notes:
    'note, comment, status note, agency comment, remark, additional note, additional comment, other comment, general note, notes and comment | additional information, other information, observation, caveat',
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
