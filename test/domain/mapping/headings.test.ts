import { describe, expect, it } from 'vitest'
import type { InventoryField } from '../../../src/domain/inventory-field.ts'
import { suggestMapping } from '../../../src/domain/mapping/mapping.ts'

/** How agencies call their columns, as a person understands each heading by itself. */
const headingsOf: Partial<Readonly<Record<InventoryField, string>>> = {
  agency:
    'Agency | Agency Name | State Agency | Department | Dept. | Owning Department | Agency/Department | Department/Agency | Lead Agency | Organization | Publishing Agency | Data Owner Agency | Originating Agency | Responsible Department | Submitting agency | Agency (full name) | Agency Abbreviation | Department Name | Publisher',
  unit: 'Division | Bureau | Program | Program Area | Business Unit | Division/Unit | Bureau/Division | Office | Unit/Division | Program or Division | Program/Service Area | Team | Section | Organizational Unit | Sub-Agency | Agency Business Unit | Work Unit | Division Responsible | Business Area | Program Name',
  'inventory-number':
    'ID | No. | # | Inventory ID | Dataset ID | Identifier | Asset ID | Ref # | Reference No. | Record Number | Item # | Unique ID | Row # | Data Asset ID | Inventory Number | Line No. | Seq | S.No | Sl. No. | Dataset # | Dataset Number',
  title:
    'Dataset Name | Data Set Name | Dataset | Data Set | Title | Name of Dataset | Dataset Title | Name of Data | Data Asset Name | Data Asset | Database Name | Database/Dataset Name | Report Name | Name of Data Set | Data Set / Report Name | Dataset Name (plain language) | Official Title | Data Product | Information Asset Name | High Value Data Asset | Name of High Value Dataset | Dataset or System Name | Inventory Item | Data Collection Name | Record Series Title | Dataset (Public Title) | Data Resource | Table Name | Data File Name | Proposed Dataset | Data Inventory Item | Data Category / Dataset | Dataset Proposed Title',
  description:
    'Description | Dataset Description | Data Description | Brief Description | Summary | Abstract | What is it? | Description of Dataset | Description of Data | Purpose | Short Description (1-2 sentences) | Description of contents | Contents | Data Elements | What data does it contain? | Purpose of data | Details | Dataset Summary | Narrative | Describe the dataset | Overview | Business Purpose | Data Set Description | Purpose / Use',
  'source-system':
    'Source System | System | System Name | Data Source | Source | Application | Database | IT System | Source Database | Where is it stored? | Storage Location | System of Record | Originating System | Software | Platform | Source/System | Related IT Systems | Where is it kept? | Hosting System | Data System | Current Location / System | Source of Data | Name of System/Database | Data Storage Location | Repository',
  category:
    'Category | Theme | Topic | Portal Topic | Data Category | Subject | Subject Area | Topic Area | Open Data Category | Portal Category | Keywords | Tags | Domain | Data Domain | Thematic Area | Category (portal) | Business Domain',
  classification:
    'Data Classification | Classification | Access Level | Public/Protected | Sensitivity | Security Classification | Confidential (Y/N) | Contains PII | PII? | Contains PII/PHI? | Confidentiality | Sensitivity Level | Privacy Classification | Permission Level | Public or Protected | Protected Data? | Data Sensitivity Level | Restricted? | Public / Private | Is this data confidential? | Does it contain personal information? | Contains Sensitive Data | Access Restrictions | Privacy Level | Personally Identifiable Information | Contains confidential information? | Protected? | Level of Protection | HIPAA | Classification Level (DAS) | Security Level',
  'legal-basis':
    'Legal Basis | Statute | Statutory Authority | Legal Citation | FOI Exemption | FOIA exemption | Legal restriction | Legal Restrictions on Disclosure | Citation | Reason for restriction | Legal Authority | Applicable statute | Law / Regulation | CGS Citation | Federal or State Law | Restriction Reason | Governing Law | Reason not public | Legal Basis for Protection | Relevant Statutes | If protected, cite statute | Exemption | Authority | Why restricted?',
  format:
    'Format | File Format | Data Format | Storage Format | File Type | Format of Data | Current Format | Format(s) | Available Formats | Media | Data Type/Format | Export Format | Machine Readable Format | In what format is it stored? | Format (Excel, CSV, ...)',
  'update-frequency':
    'Update Frequency | Frequency | Frequency of Update | Frequency of Updates | How often is it updated? | Refresh Rate | Refresh Frequency | Update Cycle | Collection Frequency | Reporting Frequency | Frequency of Collection | Updated | Update Schedule | Update Interval | Frequency Updated | Data Update Frequency | How frequently is data updated? | Periodicity | accrualPeriodicity | Posting Frequency | Freq. of Updates | Timing | Update freq. | Frequency (daily, weekly..) | Data Refresh | Release Frequency | Update Timeline | Publication Frequency | Frequency of Publication',
  coverage:
    'Temporal Coverage | Years Available | Date Range | Geographic Level | Geographic Unit | Geography | Time Period | Time Period Covered | Years | Years of data | Data Years | Start Year | Coverage | Geographic Coverage | Spatial Coverage | Geographic Granularity | Period Covered | Time Coverage | Available Years | Level of Geography | Historical Data Available | Date range of data | Earliest Year | Granularity | Level of detail',
  published:
    'Published | Published? | Open Data (Y/N) | Publicly Available | Publicly Available? | On Open Data Portal? | Available on Portal | Is it published? | Currently Published | Publishing Status | Publication Status | Published on data.ct.gov | Already public? | Is the data publicly available? | Available Online? | Status of publication | Posted Online | Open Data Portal | On data.ct.gov? | In Open Data Portal | Open Data Status | Currently on Open Data Portal? (Y/N) | Publicly accessible | 5. Is it public? | Public: is this dataset already published? Yes / No | Is it on the open data portal? | Public? | Available to Public',
  url: 'URL | Link | Dataset Link | Link to Data | Web Address | Source Link | Portal Link | Website | Hyperlink | Data URL | Location (URL) | Web link | Link to dataset | Portal URL | URL (if published) | Where can it be found online? | Landing Page | Open Data Link | If yes, link | Link to report | Link to Portal | 6. URL (if published) | Link – where the public can find it online | Web page | Online link | Published Location | Public URL',
  owner:
    'Data Owner | Owner | Data Steward | Steward | Business Owner | Responsible Person | Custodian | Data Custodian | Owner Name | Dataset Owner | Steward Name | Responsible Party | Who is responsible? | Data Lead | Program Lead | Data Manager | Person Responsible | Subject Matter Expert | Data Owner/Steward | Owner/Steward | SME | Responsible Staff | Staff Lead | Business Steward | Point Person | Data owner: the manager who answers for its quality | 3. Who owns it | Q4. Data Steward',
  contact:
    'Contact | Contact Email | Email | Contact Person | Contact Name | Point of Contact | POC | Primary Contact | E-mail | Email Address | Contact Info | Contact Information | Contact Phone | Agency Contact | Data Contact | Contact (name and email) | Contact e-mail | Program Contact | Contact Name and Email | Technical Contact | POC Email',
  demand:
    'Frequently Requested | Frequently Requested? | FOI Requests | Number of Requests | Demand | Public Interest | Requests per year | How often requested? | Is it frequently requested? | Public Demand | # of FOI requests | FOIA Requests | Request Volume | Requested by public | Frequency of requests | Stakeholder demand | Level of public interest',
  'shared-with':
    'Shared With | Data Sharing Agreement | MOU | Data Sharing | Who is it shared with? | Shared with other agencies? | External Sharing | Sharing Agreements | Data Recipients | Data shared externally | Existing Data Sharing Agreements | MOU/MOA | Partners | Currently shared with | Shared? | Data Users | Sharing Agreement in place',
  'planned-date':
    'Planned Release Date | Target Date | Release Date | Planned Publication Date | Expected Release | Proposed Release Date | Target Release | Anticipated Publication | Estimated Publish Date | Planned Date | Target Publication Date | Proposed Publishing Year | Estimated release date | Publication Timeline | When will it be published? | Planned publication | Anticipated Release Date | Expected publication date | Publish Date (planned) | Timeline for release',
  notes:
    'Notes | Comments | Remarks | Additional Notes | Notes/Comments | Other Comments | Comments / Notes | Agency Comments | Status Notes | Additional Information | General Comments | Issues | Data Quality Notes | Known Issues | Caveats',
}

/** What a person understands and the program does not, or takes for something else. */
const missed: readonly (readonly [
  heading: string,
  person: InventoryField,
  program: InventoryField | null,
])[] = [
  ['Location of data', 'source-system', 'url'],
  ['data.ct.gov URL', 'url', 'published'],
  ['Date to be published', 'planned-date', 'published'],
]

const fieldOf = (header: string) => suggestMapping([{ letter: 'A', header, values: [] }])[0]?.field

describe("headings in agencies' own words", () => {
  it.each(Object.entries(headingsOf))('that mean %s', (field, headings) => {
    expect(headings.split(' | ').filter((heading) => fieldOf(heading) !== field)).toEqual([])
  })

  it.each(missed)('%s means %s to a person, and %s to the program', (heading, _, program) => {
    expect(fieldOf(heading)).toBe(program)
  })
})
