# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where. The schema and the translations are inside the programs.
include(GNUInstallDirs)

install(TARGETS callboard callboardctl RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES packaging/callboard.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/callboard.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/callboard.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY packaging/man DESTINATION ${CMAKE_INSTALL_DOCDIR}/packaging) # README.md leads there

# Below the prefix: systemd looks into /usr/lib and /usr/local/lib.
set(CALLBOARDCTL ${CMAKE_INSTALL_FULL_BINDIR}/callboardctl)
configure_file(packaging/systemd/callboard-receiver.service systemd/callboard-receiver.service @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/systemd/callboard-receiver.service DESTINATION lib/systemd/system)

# The same as manual pages, where the tool for them is installed (Debian: go-md2man).
find_program(GO_MD2MAN_PROGRAM go-md2man)
if(GO_MD2MAN_PROGRAM)
    foreach(page callboard.1 callboardctl.1 callboard-receiver.7 callboard-store.7)
        string(REGEX MATCH "[0-9]$" section ${page})
        set(made ${PROJECT_BINARY_DIR}/man/${page})
        install(CODE "
            file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/man)
            execute_process(COMMAND ${GO_MD2MAN_PROGRAM} -in ${PROJECT_SOURCE_DIR}/packaging/man/${page}.md -out ${made}
                COMMAND_ERROR_IS_FATAL ANY)")
        install(FILES ${made} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
    endforeach()
endif()
