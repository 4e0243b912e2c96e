"""How each line of the revenue return is treated in the plan.

The return names lines in form language; a board needs a plain name, a group a
ring-fence can point at, a legal duty and the drivers that move the cost.  One
row a line keeps those judgements (all of them assumptions) in one place.
"""

from collections import namedtuple

Service = namedtuple(
    "Service", "slug name group duty minimum priority tier kind price volume")

# return line | code | name | group | duty (S/D) | statutory minimum | priority
#   | tier | kind of running cost | price driver of it | volume driver
_ROWS = """
Highways and transport services|highways|Highways, transport and parking|highways|S|70|3|primary|contracts|highways-price|
Children Social Care|childrens-social-care|Children's social care|childrens-social-care|S|95|1|acute|contracts|csc-price|csc-demand
Adult Social Care|adult-social-care|Adult social care|adult-social-care|S|95|1|acute|contracts|asc-price|asc-demand
Public Health|public-health|Public health|public-health|S|85|2|primary|contracts|contracts|
Other services|other-services|Other services|corporate|D||3|enabling|supplies|contracts|
Housing advances|housing-advances|Housing advances|housing|D||3|secondary|supplies|contracts|
Administration of financial support for repairs and improvements|home-repairs|Home repair and improvement support|housing|S|70|3|secondary|supplies|contracts|
Bed and breakfast hotels|bed-and-breakfast|Bed and breakfast for homeless households|homelessness|S|95|1|acute|contracts|contracts|homeless-demand
TOTAL HOMELESSNESS SERVICES|homelessness|Homelessness services|homelessness|S|90|1|acute|contracts|contracts|homeless-demand
Rent allowances - discretionary payments|rent-allowances|Rent allowances: discretionary payments|benefits|D||3|secondary|transfers|contracts|
Non-HRA rent rebates - discretionary payments|rent-rebates|Rent rebates: discretionary payments|benefits|D||3|secondary|transfers|contracts|
Housing Benefits Administration|housing-benefit-admin|Housing benefit administration|benefits|S|85|2|secondary|supplies|contracts|
Other council property (Non-HRA)|other-council-property|Other council property|housing|D||3|enabling|premises|contracts|
Supporting People|supporting-people|Supporting people|housing|D||3|secondary|contracts|contracts|
Other welfare services|other-welfare|Other welfare services|housing|D||3|secondary|supplies|contracts|
Culture and heritage - Archives|archives|Archives|culture|S|60|3|primary|supplies|contracts|
Culture and heritage - Arts development and support|arts|Arts development and support|culture|D||3|primary|supplies|contracts|
Culture and heritage - Heritage|heritage|Heritage, museums and theatres|culture|D||3|primary|supplies|contracts|
Recreation and sport - Community centres and public halls|community-centres|Community centres and public halls|leisure-and-parks|D||3|primary|premises|contracts|
Recreation and sport - Foreshore|foreshore|Foreshore|leisure-and-parks|D||3|primary|supplies|contracts|
Recreation and sport - Sports development and community recreation|sports-development|Sports development and community recreation|leisure-and-parks|D||3|primary|supplies|contracts|
Open spaces - Allotments|allotments|Allotments|leisure-and-parks|S|50|3|primary|supplies|contracts|
Tourism|tourism|Tourism|economic-development|D||3|enabling|supplies|contracts|
Library service - Library service|libraries|Library service|culture|S|70|3|primary|supplies|contracts|
Cemetery, cremation and mortuary services|cemeteries|Cemeteries, cremation and mortuary|regulatory|S|70|3|enabling|supplies|contracts|
Trading standards|trading-standards|Trading standards|regulatory|S|85|2|primary|supplies|contracts|
Water safety|water-safety|Water safety|regulatory|S|85|3|primary|supplies|contracts|
Food safety / hygiene|food-safety|Food safety and hygiene|regulatory|S|85|2|primary|supplies|contracts|
Housing standards and HMO licensing|housing-standards|Housing standards and licensing of shared houses|regulatory|S|80|2|secondary|supplies|contracts|
Health and safety|health-and-safety|Health and safety|regulatory|S|80|3|primary|supplies|contracts|
Port health|port-health|Port health|regulatory|S|80|3|primary|supplies|contracts|
Pest control|pest-control|Pest control|regulatory|D||3|primary|supplies|contracts|
Public conveniences|public-conveniences|Public conveniences|street-scene|D||3|primary|premises|contracts|
Animal and public health|animal-health|Animal and public health|regulatory|S|75|3|primary|supplies|contracts|
Licensing|licensing|Licensing|regulatory|S|80|3|primary|supplies|contracts|
Crime Reduction|crime-reduction|Crime reduction|community-safety|S|60|3|primary|supplies|contracts|
Safety Services|safety-services|Safety services|community-safety|D||3|primary|supplies|contracts|
CCTV|cctv|Closed-circuit television|community-safety|D||3|primary|supplies|contracts|
Defences against flooding|flood-defences|Flood defences|environment|S|80|3|primary|contracts|contracts|
Land drainage|land-drainage|Land drainage|environment|S|75|3|primary|contracts|contracts|
Coast protection|coast-protection|Coast protection|environment|D||3|primary|contracts|contracts|
Agricultural and fisheries services|agriculture|Agricultural and fisheries services|environment|D||3|enabling|supplies|contracts|
Street cleansing (not chargeable to highways)|street-cleansing|Street cleansing|street-scene|S|75|3|primary|supplies|contracts|population
Waste collection|waste-collection|Waste collection|waste-collection|S|90|2|primary|contracts|contracts|population
Waste disposal|waste-disposal|Waste disposal|waste-disposal|S|90|2|primary|contracts|waste-price|population
Trade waste|trade-waste|Trade waste|waste-collection|D||3|enabling|contracts|contracts|
Recycling|recycling|Recycling|waste-collection|S|85|2|primary|contracts|contracts|population
Waste minimisation|waste-minimisation|Waste minimisation|waste-disposal|D||3|primary|supplies|contracts|
Climate change costs|climate-change|Climate change|environment|D||3|primary|supplies|contracts|
Building control|building-control|Building control|planning|S|80|3|enabling|supplies|contracts|
Development control|development-control|Development control|planning|S|80|3|enabling|supplies|contracts|
Conservation and listed buildings|conservation|Conservation and listed buildings|planning|S|60|3|enabling|supplies|contracts|
Other planning policy and specialist advice|planning-policy|Planning policy and specialist advice|planning|S|60|3|enabling|supplies|contracts|
Environmental initiatives|environmental-initiatives|Environmental initiatives|environment|D||3|primary|supplies|contracts|
Economic development|economic-development|Economic development|economic-development|D||3|enabling|supplies|contracts|
Economic research and intelligence|economic-research|Economic research and intelligence|economic-development|D||3|enabling|supplies|contracts|
Business support and promotion|business-support|Business support and promotion|economic-development|D||3|enabling|supplies|contracts|
Community development and safety|community-development|Community development and safety|community-safety|D||3|primary|supplies|contracts|
Fire/rescue service emergency planning and civil defence|emergency-planning|Emergency planning|community-safety|S|90|2|enabling|supplies|contracts|
Corporate and Democratic Core|democratic-core|Corporate and democratic core|corporate|S|60|3|enabling|supplies|contracts|
Council tax collection|council-tax-collection|Council tax collection|tax-collection|S|90|2|enabling|supplies|contracts|
Non-domestic rates collection|rates-collection|Business rates collection|tax-collection|S|90|2|enabling|supplies|contracts|
Registration of births, deaths and marriages|registration|Registration of births, deaths and marriages|regulatory|S|90|2|enabling|supplies|contracts|
Registration of electors|electoral-registration|Registration of electors|democratic|S|90|2|enabling|supplies|contracts|
Conducting elections|elections|Conducting elections|democratic|S|95|2|enabling|supplies|contracts|
Local land charges|land-charges|Local land charges|planning|S|85|3|enabling|supplies|contracts|
Local welfare assistance|local-welfare|Local welfare assistance|benefits|D||2|secondary|transfers|contracts|
General grants, bequests and donations|general-grants|Grants to voluntary bodies|community-safety|D||3|primary|transfers|contracts|
Coroners' court services|coroners|Coroner's court|regulatory|S|95|2|enabling|supplies|contracts|
Retirement benefits|retirement-benefits|Retirement benefits|corporate|S|100|2|enabling|transfers|contracts|
Costs of unused shares of IT facilities and other assets|unused-assets|Unused shares of IT and other assets|corporate|D||3|enabling|premises|contracts|
Revenue expenditure on surplus assets|surplus-assets|Surplus assets|corporate|D||3|enabling|premises|contracts|
MANAGEMENT AND SUPPORT SERVICES|management-support|Management and support services|corporate|D||3|enabling|supplies|contracts|
"""


def _parse():
    """Turn the text table into a dictionary of Service by return line."""
    table = {}
    for row in _ROWS.strip().splitlines():
        key, slug, name, group, duty, low, prio, tier, kind, price, volume = \
            row.split("|")
        table[key] = Service(slug, name, group,
                             "statutory" if duty == "S" else "discretionary",
                             low, prio, tier, kind, price, volume)
    return table


SERVICES = _parse()

# The detail that belongs to each RSX heading, in the order of the form.
HEADINGS = {
    "Housing services (GFRA only)": [
        "Housing advances",
        "Administration of financial support for repairs and improvements",
        "Bed and breakfast hotels", "TOTAL HOMELESSNESS SERVICES",
        "Rent allowances - discretionary payments",
        "Non-HRA rent rebates - discretionary payments",
        "Housing Benefits Administration", "Other council property (Non-HRA)",
        "Supporting People", "Other welfare services"],
    "Cultural and related services": [
        "Culture and heritage - Archives",
        "Culture and heritage - Arts development and support",
        "Culture and heritage - Heritage",
        "Recreation and sport - Community centres and public halls",
        "Recreation and sport - Foreshore",
        "Recreation and sport - Sports development and community recreation",
        "Open spaces - Allotments", "Tourism",
        "Library service - Library service"],
    "Environmental and regulatory services": [
        "Cemetery, cremation and mortuary services", "Trading standards",
        "Water safety", "Food safety / hygiene",
        "Housing standards and HMO licensing", "Health and safety",
        "Port health", "Pest control", "Public conveniences",
        "Animal and public health", "Licensing", "Crime Reduction",
        "Safety Services", "CCTV", "Defences against flooding",
        "Land drainage", "Coast protection",
        "Agricultural and fisheries services",
        "Street cleansing (not chargeable to highways)", "Waste collection",
        "Waste disposal", "Trade waste", "Recycling", "Waste minimisation",
        "Climate change costs"],
    "Planning and development services": [
        "Building control", "Development control",
        "Conservation and listed buildings",
        "Other planning policy and specialist advice",
        "Environmental initiatives", "Economic development",
        "Economic research and intelligence",
        "Business support and promotion", "Community development and safety"],
    "Central services": [
        "Fire/rescue service emergency planning and civil defence",
        "Corporate and Democratic Core", "Council tax collection",
        "Non-domestic rates collection",
        "Registration of births, deaths and marriages",
        "Registration of electors", "Conducting elections",
        "Local land charges", "Local welfare assistance",
        "General grants, bequests and donations", "Coroners' court services",
        "Retirement benefits",
        "Costs of unused shares of IT facilities and other assets",
        "Revenue expenditure on surplus assets",
        "MANAGEMENT AND SUPPORT SERVICES"],
}

# Headings that have no detail in the data: they are one line themselves.
WHOLE = ["Highways and transport services", "Children Social Care",
         "Adult Social Care", "Public Health", "Other services"]

# Names of the explicit balancing lines, by heading.
BALANCES = {
    "Housing services (GFRA only)": Service(
        "housing-balance", "Other housing services (balance to the return)",
        "housing", "statutory", "60", "3", "secondary", "supplies",
        "contracts", ""),
    "Cultural and related services": Service(
        "leisure-parks-balance",
        "Sports facilities, parks and other culture (balance to the return)",
        "leisure-and-parks", "discretionary", "", "3", "primary", "contracts",
        "contracts", ""),
    "Environmental and regulatory services": Service(
        "environment-balance",
        "Environmental protection and other (balance to the return)",
        "environment", "statutory", "75", "3", "primary", "supplies",
        "contracts", ""),
    "Planning and development services": Service(
        "planning-balance", "Other planning (balance to the return)",
        "planning", "statutory", "60", "3", "enabling", "supplies",
        "contracts", ""),
    "Central services": Service(
        "central-balance",
        "Council tax support and other central services (balance to the return)",
        "tax-collection", "statutory", "60", "3", "enabling", "supplies",
        "contracts", ""),
}
