/* return-codes.c: what lines of a revenue return are called for good.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The published time series has a column for every line and measure, RSX_edu_empl, and so a code for the
 * line. Where that code is not known here, a line has its number in the list below, which only ever grows at
 * its end.
 */
#include "exchange/return-private.h"

#include <string.h>

typedef struct
{
  const char *form;
  const char *code; /* NULL: the number of the line in its form */
  const char *name;
} ServiceLine;

static const ServiceLine service_lines[] = {
  { "RSX", "edu", "Education services" },
  { "RSX", "trans", "Highways and transport services" },
  { "RSX", "csc", "Children Social Care" },
  { "RSX", "asc", "Adult Social Care" },
  { "RSX", "phs", "Public Health" },
  { "RSX", "hous", "Housing services (GFRA only)" },
  { "RSX", "cul", "Cultural and related services" },
  { "RSX", "env", "Environmental and regulatory services" },
  { "RSX", "plan", "Planning and development services" },
  { "RSX", "pol", "Police services" },
  { "RSX", "frs", "Fire and rescue services" },
  { "RSX", "cen", "Central services" },
  { "RSX", "oth", "Other services" },
  { "RSX", "totsx", "Total Service Expenditure" },
  { "RO2", NULL, "TOTAL HIGHWAYS AND TRANSPORT SERVICES" },
  { "RO4", NULL, "Housing strategy and advice" },
  { "RO4", NULL, "Housing advances" },
  { "RO4", NULL, "Administration of financial support for repairs and improvements" },
  { "RO4", NULL, "Other private sector renewal" },
  { "RO4", NULL, "Nightly paid accommodation (self-contained)" },
  { "RO4", NULL, "Private sector leased" },
  { "RO4", NULL, "Hostels (not nightly paid, not registered care homes)" },
  { "RO4", NULL, "Bed and breakfast hotels" },
  { "RO4", NULL, "LA stock and housing association stock" },
  { "RO4", NULL, "Other temporary accommodation" },
  { "RO4", NULL, "Homelessness administration - Temporary accommodation" },
  { "RO4", NULL, "Homelessness administration - Homelessness Reduction Act" },
  { "RO4", NULL, "Homelessness - Non-HRA housing admin" },
  { "RO4", NULL, "TOTAL HOMELESSNESS SERVICES" },
  { "RO4", NULL, "Rent allowances - discretionary payments" },
  { "RO4", NULL, "Non-HRA rent rebates - discretionary payments" },
  { "RO4", NULL, "Housing Benefits Administration" },
  { "RO4", NULL, "Other council property (Non-HRA)" },
  { "RO4", NULL, "Supporting People" },
  { "RO4", NULL, "Other welfare services" },
  { "RO4", "housgfcftot", "TOTAL HOUSING SERVICES (GFRA only)" },
  { "RO5", NULL, "Culture and heritage - Archives" },
  { "RO5", NULL, "Culture and heritage - Arts development and support" },
  { "RO5", NULL, "Culture and heritage - Heritage" },
  { "RO5", NULL, "Culture and heritage - Museums and galleries" },
  { "RO5", NULL, "Culture and heritage - Theatres and public entertainment" },
  { "RO5", NULL, "Recreation and sport - Community centres and public halls" },
  { "RO5", NULL, "Recreation and sport - Foreshore" },
  { "RO5", NULL, "Recreation and sport - Sports development and community recreation" },
  { "RO5", NULL, "Recreation and sport - Sports and recreation facilities including golf courses" },
  { "RO5", NULL, "Open spaces - Parks and open spaces" },
  { "RO5", NULL, "Open spaces - Allotments" },
  { "RO5", "cultrs", "Tourism" },
  { "RO5", NULL, "Library service - Library service" },
  { "RO5", "cultot", "TOTAL CULTURAL AND RELATED SERVICES" },
  { "RO5", NULL, "Cemetery, cremation and mortuary services" },
  { "RO5", NULL, "Trading standards" },
  { "RO5", NULL, "Water safety" },
  { "RO5", NULL, "Food safety / hygiene" },
  { "RO5", NULL, "Environmental protection / noise and nuisance" },
  { "RO5", NULL, "Housing standards and HMO licensing" },
  { "RO5", NULL, "Health and safety" },
  { "RO5", NULL, "Port health" },
  { "RO5", NULL, "Port health - levies" },
  { "RO5", NULL, "Pest control" },
  { "RO5", NULL, "Public conveniences" },
  { "RO5", NULL, "Animal and public health" },
  { "RO5", NULL, "Licensing" },
  { "RO5", NULL, "Crime Reduction" },
  { "RO5", NULL, "Safety Services" },
  { "RO5", NULL, "CCTV" },
  { "RO5", NULL, "Defences against flooding" },
  { "RO5", NULL, "Land drainage" },
  { "RO5", NULL, "Land drainage - levies" },
  { "RO5", NULL, "Coast protection" },
  { "RO5", NULL, "Agricultural and fisheries services" },
  { "RO5", "envstr", "Street cleansing (not chargeable to highways)" },
  { "RO5", "envcll", "Waste collection" },
  { "RO5", NULL, "Waste disposal" },
  { "RO5", NULL, "Trade waste" },
  { "RO5", NULL, "Recycling" },
  { "RO5", NULL, "Waste minimisation" },
  { "RO5", NULL, "Climate change costs" },
  { "RO5", "envtot", "TOTAL ENVIRONMENTAL AND REGULATORY SERVICES" },
  { "RO5", NULL, "Building control" },
  { "RO5", NULL, "Development control" },
  { "RO5", NULL, "Conservation and listed buildings" },
  { "RO5", NULL, "Other planning policy and specialist advice" },
  { "RO5", NULL, "Environmental initiatives" },
  { "RO5", NULL, "Economic development" },
  { "RO5", NULL, "Economic research and intelligence" },
  { "RO5", NULL, "Business support and promotion" },
  { "RO5", NULL, "Community development and safety" },
  { "RO5", "plantot", "TOTAL PLANNING AND DEVELOPMENT SERVICES" },
  { "RO5", "culenvplantot", "TOTAL CULTURAL, ENVIRONMENTAL, REGULATORY AND PLANNING SERVICES" },
  { "RO6", "poltot", "TOTAL POLICE SERVICES" },
  { "RO6", NULL, "Community fire safety" },
  { "RO6", NULL, "Fire fighting and rescue operations" },
  { "RO6", NULL, "Fire/rescue service emergency planning and civil defence" },
  { "RO6", "frstot", "TOTAL FIRE AND RESCUE SERVICES" },
  { "RO6", NULL, "Corporate and Democratic Core" },
  { "RO6", NULL, "Council tax collection" },
  { "RO6", NULL, "Council tax discounts - prompt payment" },
  { "RO6", NULL, "Council tax discounts - locally funded" },
  { "RO6", NULL, "Council tax support - administration" },
  { "RO6", NULL, "Non-domestic rates collection" },
  { "RO6", NULL, "Business Improvement District ballots" },
  { "RO6", NULL, "Registration of births, deaths and marriages" },
  { "RO6", NULL, "Registration of electors" },
  { "RO6", NULL, "Conducting elections" },
  { "RO6", NULL, "Emergency planning" },
  { "RO6", NULL, "Local land charges" },
  { "RO6", NULL, "Local welfare assistance" },
  { "RO6", NULL, "General grants, bequests and donations" },
  { "RO6", NULL, "Coroners' court services" },
  { "RO6", NULL, "Other court services" },
  { "RO6", NULL, "Retirement benefits" },
  { "RO6", NULL, "Costs of unused shares of IT facilities and other assets" },
  { "RO6", NULL, "Revenue expenditure on surplus assets" },
  { "RO6", NULL, "MANAGEMENT AND SUPPORT SERVICES" },
  { "RO6", "centot", "TOTAL CENTRAL SERVICES" },
  { "RO6", "cenothtot", "TOTAL OTHER SERVICES" },
};

/* Of a line that is not in the list, what its name begins with. */
#define STEM_MOST 14

static char *
make_stem (const char *name)
{
  g_autofree char *folded = g_str_to_ascii (name, "C");
  GString *code = g_string_new (NULL);

  for (const char *p = folded; *p != '\0' && code->len < STEM_MOST; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (code, g_ascii_tolower (*p));
    else if (code->len > 0 && code->str[code->len - 1] != '-')
      g_string_append_c (code, '-');
  while (code->len > 0 && code->str[code->len - 1] == '-')
    g_string_truncate (code, code->len - 1);

  return g_string_free (code, FALSE);
}

char *
plw_return_line_code (const char *form, const char *name)
{
  int number = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (service_lines); i++)
    {
      if (strcmp (service_lines[i].form, form) != 0)
        continue;
      number++;
      if (g_ascii_strcasecmp (service_lines[i].name, name) == 0)
        return service_lines[i].code != NULL ? g_strdup (service_lines[i].code)
                                             : g_strdup_printf ("%02d", number);
    }

  return make_stem (name);
}

/* RS, the summary of net figures, has the lines of RSX. */
const char *
plw_return_line_name (const char *form, const char *code)
{
  for (size_t i = 0; i < G_N_ELEMENTS (service_lines); i++)
    if ((strcmp (service_lines[i].form, form) == 0
         || (strcmp (form, "RS") == 0 && strcmp (service_lines[i].form, "RSX") == 0))
        && g_strcmp0 (service_lines[i].code, code) == 0)
      return service_lines[i].name;

  return code;
}
